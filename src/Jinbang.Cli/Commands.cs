using System.CommandLine;
using System.CommandLine.Help;

namespace Jinbang.Cli;

/// <summary>The command line: the verbs and what they share.</summary>
internal static class Commands
{
    public static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand(terminal.Say(
            "Jinbang examines large language models and posts the board.",
            "金榜（Jinbang）：考一考大语言模型，张榜公布。"));
        var lang = terminal.Option<string>(
            "--lang", "Language spoken: zh or en (default: by locale).", "界面语言：zh 或 en（默认按系统区域）。");
        lang.Recursive = true;
        lang.AcceptOnlyFromAmong("zh", "en");
        root.Options.Add(lang);
        foreach (var verb in Verbs(terminal))
        {
            root.Subcommands.Add(verb);
        }

        var help = new RootHelp(terminal, new HelpAction());
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = help;
        option.Description = terminal.Say("Show help.", "显示帮助。");
        root.Options.OfType<VersionOption>().Single().Description = terminal.Say("Show the version.", "显示版本。");
        root.SetAction(help.Invoke);
        return root;
    }

    private static Command[] Verbs(Terminal terminal) =>
    [
        RunVerb.Build(terminal),
        PlanVerb.Build(terminal),
        BoardVerb.Build(terminal),
        CompareVerb.Build(terminal),
        ItemsVerb.Build(terminal),
        ReportVerb.Build(terminal),
        PublishVerb.Build(terminal),
        RegradeVerb.Build(terminal),
        EditionsVerb.Build(terminal),
        BadCasesVerb.Build(terminal),
        MarkVerb.Build(terminal),
        MarksVerb.Build(terminal),
        RepriceVerb.Build(terminal),
        ImportVerb.Build(terminal),
        GradeVerb.Build(terminal),
        ReadVerb.Build(terminal),
        ExamsVerb.Build(terminal),
        ModelsVerb.Build(terminal),
        InitVerb.Build(terminal),
        DoctorVerb.Build(terminal),
        LedgerVerb.Build(terminal),
        Serve(terminal),
        Cluster(terminal),
        Simulate(terminal),
    ];

    private static Command Serve(Terminal terminal) => SisterVerb.Build(
        terminal,
        "serve",
        new("Open the boards, bad cases, runs and models of this folder as a web site on this machine.", "在本机以网站打开本目录的榜单、错例、任务和模型。"),
        "docs/serve.md",
        new SisterProgram("jinbang-web", new("The web site", "网站")));

    private static Command Cluster(Terminal terminal) => SisterVerb.Build(
        terminal,
        "cluster",
        new("Run on many machines, which meet in a PostgreSQL database: start, status.", "多台机器一起考试，通过 PostgreSQL 数据库汇合：start、status。"),
        "docs/cluster.md",
        new SisterProgram("jinbang-cluster", new("The cluster", "集群")));

    private static Command Simulate(Terminal terminal) => SisterVerb.Build(
        terminal,
        "simulate",
        new("Start a stand-in for providers on this machine, each in its own dialect, for demos and tests.", "在本机启动模拟服务商（各家接口），用于演示和测试。"),
        "docs/simulator.md",
        new SisterProgram("jinbang-simulator", new("The simulator", "模拟器")));
}
