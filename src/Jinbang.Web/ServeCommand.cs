using System.CommandLine;

namespace Jinbang.Web;

/// <summary>The command line of the server, which <c>jinbang serve</c> hands over to.</summary>
internal sealed class ServeCommand : RootCommand
{
    private const int WrongOptions = 2;

    private readonly TextWriter output;
    private readonly TextWriter error;
    private readonly TimeProvider time;
    private readonly Language spoken = Languages.Spoken(Environment.GetEnvironmentVariable);
    private readonly Option<int> port;
    private readonly Option<string> lang;

    public ServeCommand(TextWriter output, TextWriter error, TimeProvider time)
        : base("Serves the boards of the workspace in the current folder.")
    {
        (this.output, this.error, this.time) = (output, error, time);
        port = new("--port")
        {
            Description = Say("The port; 0 picks a free one.", "端口；0 表示自动选择。"),
            DefaultValueFactory = _ => SiteOptions.UsualPort,
        };
        lang = new("--lang") { Description = Say("Language spoken: zh or en (default: by locale).", "界面语言：zh 或 en（默认按系统区域）。") };
        lang.AcceptOnlyFromAmong("zh", "en");
        Options.Add(port);
        Options.Add(lang);
        SetAction(ServeAsync);
    }

    /// <summary>Serves until interrupted.</summary>
    /// <returns>0; 2 when an option or the workspace is wrong.</returns>
    public async Task<int> RunAsync(string[] args)
    {
        var parsed = Parse(args);
        foreach (var problem in parsed.Errors)
        {
            error.WriteLine(problem.Message);
        }

        return parsed.Errors.Count > 0
            ? WrongOptions
            : await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private async Task<int> ServeAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var language = words.GetValue(lang) is { } code ? Languages.Parse(code) ?? spoken : spoken;
        try
        {
            await using var site = await Site.StartAsync(new SiteOptions { Port = words.GetValue(port), Language = language }, time, cancellationToken);
            output.WriteLine(new Phrase($"Jinbang is open at {site.Address} (Ctrl-C ends it).", $"金榜已打开：{site.Address}（按 Ctrl-C 结束）。").In(language));
            await site.WaitAsync(cancellationToken);
            return 0;
        }
        catch (BadInputException fault)
        {
            error.WriteLine(fault.Problem.In(language));
            return WrongOptions;
        }
    }

    private string Say(string english, string chinese) => new Phrase(english, chinese).In(spoken);
}
