/**
 * The command line: what can be asked for, and what is wrong with how it was asked.
 *
 * <p>A command says what it takes, calls one thing and shows the result. Knows the doors of the other modules and nothing behind them; an {@code if} about the
 * language belongs in the compiler, one about files or engines in {@code runtime}.
 *
 * <p>To add a command: 1. a class here with its options, the shared ones as mixins; 2. its name in {@link catchment.runner.command.Commands}; 3. a test that runs
 * it through {@link catchment.runner.command.Catchment}; 4. a line in the README's table.
 */
package catchment.runner.command;
