using System.CommandLine;

namespace Jinbang.Cluster;

/// <summary>The command line of the cluster, which <c>jinbang cluster</c> hands over to.</summary>
internal sealed class ClusterCommand : RootCommand
{
    private readonly Speaker speaker;

    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="time">The clock.</param>
    public ClusterCommand(TextWriter output, TextWriter error, TimeProvider time)
        : base("Runs of many machines.")
    {
        speaker = new Speaker(output, error);
        Description = speaker.Say("Runs exams on many machines, which meet in a PostgreSQL database.", "在多台机器上考试，各机器通过 PostgreSQL 数据库汇合。");
        var lang = speaker.Option<string>("--lang", "Language spoken: zh or en (default: by locale).", "界面语言：zh 或 en（默认按系统区域）。");
        lang.AcceptOnlyFromAmong("zh", "en");
        lang.Recursive = true;
        Options.Add(lang);
        Subcommands.Add(StartVerb.Build(speaker));
        Subcommands.Add(StatusVerb.Build(speaker, time));
        Subcommands.Add(WishVerb.Drain(speaker));
        Subcommands.Add(WishVerb.Leave(speaker));
        Subcommands.Add(ControlVerb.Pause(speaker));
        Subcommands.Add(ControlVerb.Resume(speaker));
        Subcommands.Add(ControlVerb.Stop(speaker));
    }

    /// <summary>Does what the words say.</summary>
    /// <returns>0; otherwise one of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(string[] args)
    {
        var parsed = Parse(args);
        foreach (var problem in parsed.Errors)
        {
            speaker.Error.WriteLine(problem.Message);
        }

        if (parsed.Errors.Count > 0)
        {
            return ExitCode.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(new() { Output = speaker.Output, Error = speaker.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (BadInputException fault)
        {
            speaker.Complain(fault.Problem);
            return ExitCode.BadInput;
        }
    }
}
