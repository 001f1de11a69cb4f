using Jinbang;
using Jinbang.Cli;

var language = Speech.Choose(args);
var terminal = Terminal.OfProcess(language);
try
{
    var words = Commands.Root(terminal).Parse(args);
    var isRefused = words.Errors.Count > 0;
    var code = await words.InvokeAsync(new()
    {
        // The guesses and the help that follow a refusal are no result.
        Output = isRefused ? Console.Error : Console.Out,
        EnableDefaultExceptionHandler = false,
        // Time for what was answered to reach the disk after Ctrl-C.
        ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
    });
    return isRefused ? ExitCode.BadInput : code;
}
catch (OperationCanceledException)
{
    terminal.Tell(new("Stopped.", "已停止。"));
    return ExitCode.Stopped;
}
catch (BadInputException fault)
{
    terminal.Complain(fault.Problem);
    return ExitCode.BadInput;
}
