/*
 * The surface of Python 3.12, one rule for each level of operators. Every choice is made on one token, so nothing is ever read twice: lists take a comma with
 * an optional value after it, an argument is an expression that may have `=` behind it, and an assignment starts as any expression. What that lets
 * through (two commas, `f(a.b=1)`, `1 = x`) is refused when the tree is built, where it can be said better.
 */
parser grammar SurfaceParser;

options { tokenVocab = SurfaceLexer; }

module: statement* EOF;

// One logical line by itself: where a file cannot be read as a whole, its lines are tried one by one.
loneLine: (header (NEWLINE | simpleStatements) | decorator | simpleStatements) EOF;

header
    : ASYNC? (functionHeader | forHeader | withHeader)
    | ifHeader | elifHeader | elseHeader | whileHeader | classHeader | tryHeader | exceptHeader | finallyHeader | matchHeader | caseHeader | UNREADABLE_HEADER
    ;

statement
    : simpleStatements
    | ifStatement
    | forStatement
    | whileStatement
    | withStatement
    | tryStatement
    | matchStatement
    | functionDefinition
    | classDefinition
    | asyncStatement
    | decorated
    | unreadableBlock
    ;

// A line that was said to be unreadable, with the block below it.
unreadableBlock: UNREADABLE_HEADER NEWLINE (INDENT statement+ DEDENT)?;

block: NEWLINE INDENT statement+ DEDENT | simpleStatements;

ifStatement: ifHeader block (elifHeader block)* (elseHeader block)?;
ifHeader: IF namedExpression COLON;
elifHeader: ELIF namedExpression COLON;
elseHeader: ELSE COLON;

forStatement: forHeader block (elseHeader block)?;
forHeader: FOR targets IN expressions COLON;

whileStatement: whileHeader block (elseHeader block)?;
whileHeader: WHILE namedExpression COLON;

withStatement: withHeader block;
withHeader: WITH withItem (COMMA withItem?)* COLON;
withItem: expression (AS target)?;

tryStatement: tryHeader block (exceptHeader block)* (elseHeader block)? (finallyHeader block)?;
tryHeader: TRY COLON;
exceptHeader: EXCEPT STAR? (expression (COMMA expression)* (AS NAME)?)? COLON;
finallyHeader: FINALLY COLON;

// Refused, so its patterns are not looked into.
matchStatement: matchHeader NEWLINE INDENT caseClause+ DEDENT;
matchHeader: MATCH expressions COLON;
caseClause: caseHeader NEWLINE (INDENT statement+ DEDENT)?;
caseHeader: CASE (~NEWLINE)+;

functionDefinition: functionHeader block;
functionHeader: DEF NAME typeParameters? LEFT_PAREN parameters? RIGHT_PAREN (ARROW expression)? COLON;
parameters: parameter (COMMA parameter?)*;
parameter: SLASH | STAR (NAME annotation?)? | POWER NAME annotation? | NAME annotation? (ASSIGN expression)?;
annotation: COLON starExpression;
typeParameters: LEFT_BRACKET typeParameter (COMMA typeParameter?)* RIGHT_BRACKET;
typeParameter: (STAR | POWER)? NAME annotation? (ASSIGN expression)?;

classDefinition: classHeader block;
classHeader: CLASS NAME typeParameters? (LEFT_PAREN arguments? RIGHT_PAREN)? COLON;

asyncStatement: ASYNC (functionDefinition | forStatement | withStatement);

decorated: decorator+ (functionDefinition | classDefinition | asyncStatement);
decorator: AT namedExpression NEWLINE;

simpleStatements: simpleStatement (SEMICOLON simpleStatement?)* NEWLINE;

simpleStatement
    : expressionStatement
    | returnStatement
    | importStatement
    | fromStatement
    | passStatement
    | raiseStatement
    | assertStatement
    | deleteStatement
    | breakStatement
    | continueStatement
    | scopeStatement
    | typeStatement
    ;

expressionStatement
    : expressions (COLON expression (ASSIGN assigned)? | AUGMENTED assigned | (ASSIGN assigned)+)?
    | yieldExpression
    ;
assigned: expressions | yieldExpression;
returnStatement: RETURN expressions?;
passStatement: PASS;
breakStatement: BREAK;
continueStatement: CONTINUE;
raiseStatement: RAISE (expression (FROM expression)?)?;
assertStatement: ASSERT expression (COMMA expression)?;
deleteStatement: DEL expressions;
scopeStatement: (GLOBAL | NONLOCAL) NAME (COMMA NAME)*;
typeStatement: TYPE NAME typeParameters? ASSIGN expression;

importStatement: IMPORT moduleAlias (COMMA moduleAlias)*;
moduleAlias: dottedName (AS NAME)?;
dottedName: NAME (DOT NAME)*;
fromStatement: FROM (DOT | ELLIPSIS)* dottedName? IMPORT (STAR | LEFT_PAREN importedNames RIGHT_PAREN | importedName (COMMA importedName)*);
importedNames: importedName (COMMA importedName?)*;
importedName: NAME (AS NAME)?;

// Values.

expressions: starExpression (COMMA starExpression?)*;
starExpression: STAR bitOr | namedExpression;
namedExpression: expression (WALRUS expression)?;

expression: disjunction (IF disjunction ELSE expression)? | lambda;
lambda: LAMBDA lambdaParameters? COLON expression;
lambdaParameters: lambdaParameter (COMMA lambdaParameter?)*;
lambdaParameter: SLASH | STAR NAME? | POWER NAME | NAME (ASSIGN expression)?;

disjunction: conjunction (OR conjunction)*;
conjunction: inversion (AND inversion)*;
inversion: NOT* comparison;
comparison: bitOr (comparisonOperator bitOr)*;
comparisonOperator: EQUAL | NOT_EQUAL | LESS | LESS_EQUAL | GREATER | GREATER_EQUAL | IN | NOT IN | IS NOT?;
bitOr: bitXor (BAR bitXor)*;
bitXor: bitAnd (CARET bitAnd)*;
bitAnd: shift (AMPERSAND shift)*;
shift: sum ((SHIFT_LEFT | SHIFT_RIGHT) sum)*;
sum: term ((PLUS | MINUS) term)*;
term: factor ((STAR | SLASH | DOUBLE_SLASH | PERCENT | AT) factor)*;
factor: (PLUS | MINUS | TILDE)* power;
power: AWAIT? primary (POWER factor)?;
primary: atom (attribute | call | subscription)*;
attribute: DOT NAME;
call: LEFT_PAREN arguments? RIGHT_PAREN;
subscription: LEFT_BRACKET subscripts RIGHT_BRACKET;

arguments: argument (COMMA argument?)*;
argument: STAR expression | POWER expression | namedExpression (ASSIGN expression | comprehension)?;

subscripts: subscript (COMMA subscript?)*;
subscript: starExpression (COLON expression? (COLON expression?)?)? | COLON expression? (COLON expression?)?;

atom
    : name
    | number
    | strings
    | constant
    | parenthesized
    | listDisplay
    | braces
    | ELLIPSIS
    | UNREADABLE
    ;
name: NAME;
number: INTEGER | FLOAT | IMAGINARY;
constant: TRUE | FALSE | NONE;
strings: (STRING | formatString)+;
parenthesized: LEFT_PAREN (yieldExpression | parenthesizedItem (comprehension | (COMMA parenthesizedItem?)*))? RIGHT_PAREN;
// `with (open(a) as b, …):`
parenthesizedItem: starExpression (AS target)?;
listDisplay: LEFT_BRACKET (starExpression (comprehension | (COMMA starExpression?)*))? RIGHT_BRACKET;
braces: LEFT_BRACE (entry (comprehension | (COMMA entry?)*))? RIGHT_BRACE;
entry: POWER bitOr | starExpression (COLON expression)?;
comprehension: comprehensionClause+;
comprehensionClause: ASYNC? FOR targets IN disjunction (IF disjunction)*;
yieldExpression: YIELD (FROM expression | expressions)?;

targets: target (COMMA target?)*;
target: STAR? bitOr;

formatString: formatStart formatPart* FORMAT_END;
formatStart: FORMAT_START_3D | FORMAT_START_3S | FORMAT_START_D | FORMAT_START_S;
formatPart: FORMAT_TEXT | interpolation;
interpolation: FORMAT_OPEN (yieldExpression | expressions) FORMAT_EQUAL? (BANG NAME)? (FORMAT_COLON formatPart*)? RIGHT_BRACE;
