using Jinbang;
using Jinbang.Cli;

var language = Speech.Choose(args);
var terminal = Terminal.OfProcess(language);
try
{
    var words = Commands.Root(terminal).Parse(args);
    var code = await words.InvokeAsync(new()
    {
        EnableDefaultExceptionHandler = false,
        // Time for what was answered to reach the disk after Ctrl-C.
        ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
    });
    return words.Errors.Count > 0 ? ExitCode.BadInput : code;
}
catch (BadInputException fault)
{
    terminal.Complain(fault.Problem);
    return ExitCode.BadInput;
}
