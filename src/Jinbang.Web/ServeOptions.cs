using System.CommandLine;
using System.Net;
using Jinbang.Web.Access;

namespace Jinbang.Web;

/// <summary>The options of the command line.</summary>
internal sealed class ServeOptions
{
    private readonly Language spoken;
    private readonly Option<int> port;
    private readonly Option<string> lang;
    private readonly Option<bool> isPublic;
    private readonly Option<string> address;
    private readonly Option<string> users;
    private readonly Option<string> certificate;
    private readonly Option<bool> behindProxy;
    private readonly Option<string[]> proxies;
    private readonly Option<string> cluster;
    private readonly Option<string> addUser;
    private readonly Option<string> role;
    private readonly Option<string> removeUser;

    public ServeOptions(Language spoken)
    {
        this.spoken = spoken;
        port = Option<int>("--port", "The port; 0 picks a free one.", "端口；0 表示自动选择。");
        port.DefaultValueFactory = _ => SiteOptions.UsualPort;
        lang = Option<string>("--lang", "Language spoken: zh or en (default: by locale).", "界面语言：zh 或 en（默认按系统区域）。");
        lang.AcceptOnlyFromAmong("zh", "en");
        isPublic = Option<bool>("--public", "Serve others than this machine's user; who does more than read signs in.", "对外开放；除查看公开内容外都需要登录。");
        address = Option<string>("--address", "The address to listen at, with --public.", "监听地址，与 --public 一起使用。");
        users = Option<string>("--users", "The file of who may sign in (default: .jinbang/users.yaml).", "可登录用户的文件（默认 .jinbang/users.yaml）。");
        certificate = Option<string>(
            "--certificate",
            $"Certificate with its key (PEM or PFX) to serve HTTPS; its password comes from {Listening.PasswordVariable}.",
            $"含私钥的证书（PEM 或 PFX），用于 HTTPS；密码取自 {Listening.PasswordVariable}。");
        behindProxy = Option<bool>("--behind-proxy", "A proxy that speaks HTTPS stands before the site, on this machine or at --proxy.", "网站前面有 HTTPS 代理，在本机或由 --proxy 指定。");
        proxies = Option<string[]>("--proxy", "The address of a proxy on another machine. May be repeated.", "其他机器上的代理的地址，可多次给出。");
        cluster = Option<string>(
            "--cluster",
            "Show the runs and silos of a cluster (docs/cluster.md) over its database, \"Host=…;Database=…;Username=…\" (default: the workspace's ledger); its password in JINBANG_LEDGER_PASSWORD.",
            "显示集群的任务和机器（见 docs/cluster.zh-CN.md）：其数据库 \"Host=…;Database=…;Username=…\"（默认为工作区的账本），密码放在 JINBANG_LEDGER_PASSWORD。");
        cluster.Arity = ArgumentArity.ZeroOrOne;
        addUser = Option<string>("--add-user", "Add a user, or change one: asks for the password, or reads it from standard input.", "添加或修改用户：询问密码，或从标准输入读取。");
        role = Option<string>("--role", "The user's role: reader, runner or admin.", "用户的角色：reader、runner 或 admin。");
        role.AcceptOnlyFromAmong(Roles.All);
        removeUser = Option<string>("--remove-user", "Remove a user; open sessions end.", "删除用户；其已登录的会话随即失效。");
    }

    /// <summary>Adds them to the command.</summary>
    public void AddTo(Command command)
    {
        Option[] all = [port, lang, isPublic, address, users, certificate, behindProxy, proxies, cluster, addUser, role, removeUser];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The language to speak.</summary>
    public Language LanguageOf(ParseResult words) => words.GetValue(lang) is { } code ? Languages.Parse(code) ?? spoken : spoken;

    /// <summary>How to serve.</summary>
    /// <exception cref="BadInputException">An address is none.</exception>
    public SiteOptions Read(ParseResult words, Language language) => new()
    {
        Cluster = words.GetResult(cluster) is null ? null : words.GetValue(cluster) ?? "",
        Port = words.GetValue(port),
        Language = language,
        IsPublic = words.GetValue(isPublic),
        Address = words.GetValue(address) is { } written ? AddressOf(written) : null,
        Users = words.GetValue(users),
        Certificate = words.GetValue(certificate),
        CertificatePassword = Environment.GetEnvironmentVariable(Listening.PasswordVariable),
        IsBehindProxy = words.GetValue(behindProxy),
        Proxies = [.. (words.GetValue(proxies) ?? []).Select(AddressOf)],
    };

    /// <summary>Adds or removes a user, if that is what is asked for.</summary>
    /// <param name="words">The command line.</param>
    /// <param name="settings">Which file.</param>
    /// <param name="password">Asks for a password.</param>
    /// <returns>What was done; null when nothing was asked for.</returns>
    /// <exception cref="BadInputException">It cannot be done.</exception>
    public Phrase? Change(ParseResult words, SiteOptions settings, Func<string> password) =>
        words.GetValue(addUser) is { } name ? UserChanges.Add(settings.UsersFile, name, words.GetValue(role), password)
        : words.GetValue(removeUser) is { } gone ? UserChanges.Remove(settings.UsersFile, gone)
        : null;

    private static IPAddress AddressOf(string written) => IPAddress.TryParse(written, out var address) ? address : throw new BadInputException(new(
        $"'{written}' is not an address such as 0.0.0.0 or 192.168.1.5.", $"“{written}”不是 0.0.0.0 或 192.168.1.5 这样的地址。"));

    private Option<T> Option<T>(string name, string english, string chinese) => new(name) { Description = new Phrase(english, chinese).In(spoken) };
}
