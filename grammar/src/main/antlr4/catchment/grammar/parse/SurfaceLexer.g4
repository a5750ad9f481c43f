/*
 * The words of the surface. Indentation, joined lines and the ends of statements are made from these by the layout; the inside of an f-string is read in
 * modes of its own, which the scanner enters and leaves, because it alone knows which braces belong to the string.
 */
lexer grammar SurfaceLexer;

tokens { INDENT, DEDENT, NEWLINE, UNREADABLE, UNREADABLE_HEADER, MATCH, CASE, TYPE, FORMAT_COLON, FORMAT_EQUAL }

AND: 'and';
AS: 'as';
ASSERT: 'assert';
ASYNC: 'async';
AWAIT: 'await';
BREAK: 'break';
CLASS: 'class';
CONTINUE: 'continue';
DEF: 'def';
DEL: 'del';
ELIF: 'elif';
ELSE: 'else';
EXCEPT: 'except';
FALSE: 'False';
FINALLY: 'finally';
FOR: 'for';
FROM: 'from';
GLOBAL: 'global';
IF: 'if';
IMPORT: 'import';
IN: 'in';
IS: 'is';
LAMBDA: 'lambda';
NONE: 'None';
NONLOCAL: 'nonlocal';
NOT: 'not';
OR: 'or';
PASS: 'pass';
RAISE: 'raise';
RETURN: 'return';
TRUE: 'True';
TRY: 'try';
WHILE: 'while';
WITH: 'with';
YIELD: 'yield';

LEFT_PAREN: '(';
RIGHT_PAREN: ')';
LEFT_BRACKET: '[';
RIGHT_BRACKET: ']';
LEFT_BRACE: '{';
RIGHT_BRACE: '}';

ELLIPSIS: '...';
DOT: '.';
COMMA: ',';
COLON: ':';
SEMICOLON: ';';
ARROW: '->';
WALRUS: ':=';
ASSIGN: '=';
AUGMENTED: '+=' | '-=' | '*=' | '/=' | '//=' | '%=' | '**=' | '@=' | '&=' | '|=' | '^=' | '<<=' | '>>=';
EQUAL: '==';
NOT_EQUAL: '!=';
LESS: '<';
LESS_EQUAL: '<=';
GREATER: '>';
GREATER_EQUAL: '>=';
PLUS: '+';
MINUS: '-';
STAR: '*';
POWER: '**';
SLASH: '/';
DOUBLE_SLASH: '//';
PERCENT: '%';
AT: '@';
AMPERSAND: '&';
BAR: '|';
CARET: '^';
TILDE: '~';
SHIFT_LEFT: '<<';
SHIFT_RIGHT: '>>';
BANG: '!';

// Operators of other languages: foreseen, so that they can be refused by name.
FOREIGN_OPERATOR: '&&' | '||' | '===' | '!==' | '<>' | '=<' | '=>' | '=!' | '??';

IMAGINARY: (POINT_FLOAT | EXPONENT_FLOAT | DIGITS) [jJ];
FLOAT: POINT_FLOAT | EXPONENT_FLOAT;
INTEGER: '0' [xX] ('_'? [0-9a-fA-F])+ | '0' [oO] ('_'? [0-7])+ | '0' [bB] ('_'? [01])+ | DIGITS;

fragment DIGITS: [0-9] ('_'? [0-9])*;
fragment POINT_FLOAT: DIGITS? '.' DIGITS | DIGITS '.';
fragment EXPONENT_FLOAT: (DIGITS | POINT_FLOAT) [eE] [+-]? DIGITS;

FORMAT_START_3D: FORMAT_PREFIX '"""' -> pushMode(TEXT_3D);
FORMAT_START_3S: FORMAT_PREFIX '\'\'\'' -> pushMode(TEXT_3S);
FORMAT_START_D: FORMAT_PREFIX '"' -> pushMode(TEXT_D);
FORMAT_START_S: FORMAT_PREFIX '\'' -> pushMode(TEXT_S);

STRING
    : PREFIX? '"""' INSIDE_3D* '"""'
    | PREFIX? '\'\'\'' INSIDE_3S* '\'\'\''
    | PREFIX? '"' INSIDE_D* '"'
    | PREFIX? '\'' INSIDE_S* '\''
    ;

// The same without an end: longer only where there is none.
OPEN_LONG_STRING
    : PREFIX? '"""' INSIDE_3D* ('"' '"'?)? '\\'?
    | PREFIX? '\'\'\'' INSIDE_3S* ('\'' '\''?)? '\\'?
    ;
OPEN_STRING
    : PREFIX? '"' INSIDE_D* '\\'?
    | PREFIX? '\'' INSIDE_S* '\\'?
    ;

fragment PREFIX: [rR] | [uU] | [bB] | [rR] [bB] | [bB] [rR];
fragment FORMAT_PREFIX: [fF] | [fF] [rR] | [rR] [fF];
fragment LINE_END: '\r\n' | '\r' | '\n';
fragment ESCAPE: '\\' ('\r\n' | .);
fragment INSIDE_D: ~["\\\r\n] | ESCAPE;
fragment INSIDE_S: ~['\\\r\n] | ESCAPE;
fragment INSIDE_3D: ('"' '"'?)? (~["\\] | ESCAPE);
fragment INSIDE_3S: ('\'' '\''?)? (~['\\] | ESCAPE);

NAME: [\p{XID_Start}_] [\p{XID_Continue}]*;

LINE_BREAK: LINE_END;
JOINED_LINE: '\\' LINE_END;
SPACE: [ \t\f]+;
COMMENT: '#' ~[\r\n]*;
ODD: .;

mode TEXT_D;
TEXT_D_END: '"' -> popMode, type(FORMAT_END);
TEXT_D_TEXT: (~["\\\r\n{}] | ESCAPE_TEXT | '{{' | '}}')+ -> type(FORMAT_TEXT);
TEXT_D_OPEN: '{' -> type(FORMAT_OPEN);
TEXT_D_CLOSE: '}' -> type(FORMAT_STRAY);
TEXT_D_BREAK: LINE_END -> type(LINE_BREAK);
TEXT_D_ODD: . -> type(FORMAT_TEXT);

mode TEXT_S;
TEXT_S_END: '\'' -> popMode, type(FORMAT_END);
TEXT_S_TEXT: (~['\\\r\n{}] | ESCAPE_TEXT | '{{' | '}}')+ -> type(FORMAT_TEXT);
TEXT_S_OPEN: '{' -> type(FORMAT_OPEN);
TEXT_S_CLOSE: '}' -> type(FORMAT_STRAY);
TEXT_S_BREAK: LINE_END -> type(LINE_BREAK);
TEXT_S_ODD: . -> type(FORMAT_TEXT);

mode TEXT_3D;
FORMAT_END: '"""' -> popMode;
FORMAT_TEXT: ('"' '"'? (~["\\{}] | ESCAPE_TEXT | '{{' | '}}') | ~["\\{}] | ESCAPE_TEXT | '{{' | '}}')+;
FORMAT_OPEN: '{';
FORMAT_STRAY: '}';
TEXT_3D_ODD: . -> type(FORMAT_TEXT);
// A backslash before a brace is only a backslash; \N{…} names a character.
fragment ESCAPE_TEXT: '\\N{' ~[{}"'\r\n]* '}' | '\\' ('\r\n' | ~[{}]);

mode TEXT_3S;
TEXT_3S_END: '\'\'\'' -> popMode, type(FORMAT_END);
TEXT_3S_TEXT: ('\'' '\''? (~['\\{}] | ESCAPE_TEXT | '{{' | '}}') | ~['\\{}] | ESCAPE_TEXT | '{{' | '}}')+ -> type(FORMAT_TEXT);
TEXT_3S_OPEN: '{' -> type(FORMAT_OPEN);
TEXT_3S_CLOSE: '}' -> type(FORMAT_STRAY);
TEXT_3S_ODD: . -> type(FORMAT_TEXT);

// What stands after the colon in {value:format}.
mode SPECIFICATION_D;
SPECIFICATION_D_END: '"' -> type(FORMAT_END);
SPECIFICATION_D_TEXT: ~["\r\n{}]+ -> type(FORMAT_TEXT);
SPECIFICATION_D_OPEN: '{' -> type(FORMAT_OPEN);
SPECIFICATION_D_CLOSE: '}' -> popMode, type(RIGHT_BRACE);
SPECIFICATION_D_BREAK: LINE_END -> type(LINE_BREAK);

mode SPECIFICATION_S;
SPECIFICATION_S_END: '\'' -> type(FORMAT_END);
SPECIFICATION_S_TEXT: ~['\r\n{}]+ -> type(FORMAT_TEXT);
SPECIFICATION_S_OPEN: '{' -> type(FORMAT_OPEN);
SPECIFICATION_S_CLOSE: '}' -> popMode, type(RIGHT_BRACE);
SPECIFICATION_S_BREAK: LINE_END -> type(LINE_BREAK);

mode SPECIFICATION_3D;
SPECIFICATION_3D_END: '"""' -> type(FORMAT_END);
SPECIFICATION_3D_TEXT: ('"' '"'? ~["{}] | ~["{}])+ -> type(FORMAT_TEXT);
SPECIFICATION_3D_OPEN: '{' -> type(FORMAT_OPEN);
SPECIFICATION_3D_CLOSE: '}' -> popMode, type(RIGHT_BRACE);
SPECIFICATION_3D_ODD: . -> type(FORMAT_TEXT);

mode SPECIFICATION_3S;
SPECIFICATION_3S_END: '\'\'\'' -> type(FORMAT_END);
SPECIFICATION_3S_TEXT: ('\'' '\''? ~['{}] | ~['{}])+ -> type(FORMAT_TEXT);
SPECIFICATION_3S_OPEN: '{' -> type(FORMAT_OPEN);
SPECIFICATION_3S_CLOSE: '}' -> popMode, type(RIGHT_BRACE);
SPECIFICATION_3S_ODD: . -> type(FORMAT_TEXT);
