using Jinbang;
using Jinbang.Cli;
using Jinbang.Runs;
using Jinbang.Workspaces;

var language = Speech.Choose(args);
using var interruptions = Interruptions.OfProcess();
var terminal = Terminal.OfProcess(language, interruptions);
try
{
    var words = Commands.Root(terminal).Parse(args);
    var isRefused = words.Errors.Count > 0;
    if (isRefused && language == Language.Chinese && Edition.IsMachineCode)
    {
        // The command line library's own words come in English alone with machine code.
        Edition.BecomeManaged(args);
    }

    var code = await words.InvokeAsync(new()
    {
        // The guesses and the help that follow a refusal are no result.
        Output = isRefused ? Console.Error : Console.Out,
        EnableDefaultExceptionHandler = false,
        // However long it takes until what was answered is on disk.
        ProcessTerminationTimeout = null,
    }, interruptions.Stop);
    return isRefused ? ExitCode.BadInput : code;
}
catch (OperationCanceledException)
{
    terminal.Tell(new("Stopped.", "已停止。"));
    return ExitCode.Stopped;
}
catch (ManagedEditionNeededException)
{
    Edition.BecomeManaged(args);
    throw;
}
catch (LedgerFaultException fault)
{
    terminal.Complain(fault.Problem);
    return ExitCode.LedgerFault;
}
catch (BadInputException fault)
{
    terminal.Complain(fault.Problem);
    return ExitCode.BadInput;
}
