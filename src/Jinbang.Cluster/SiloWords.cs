using System.CommandLine;
using System.Net;
using Jinbang.Cluster.Database;
using Jinbang.Cluster.Silos;

namespace Jinbang.Cluster;

/// <summary>The options that say how a silo takes part.</summary>
internal sealed class SiloWords
{
    private readonly Option<string> name;
    private readonly Option<string> listen;
    private readonly Option<int> siloPort;
    private readonly Option<int> gatewayPort;
    private readonly Option<int> healthPort;
    private readonly Option<int?> concurrency;
    private readonly Option<string> certificate;
    private readonly Option<string> key;
    private readonly Option<string> authority;
    private readonly Option<bool> insecure;

    public SiloWords(Speaker speaker)
    {
        name = speaker.Option<string>("--name", "What to call this silo (default: machine and port).", "本机名称（默认为主机名加端口）。");
        listen = speaker.Option<string>("--listen", "The address to listen at, by which others reach this machine (default: 127.0.0.1).", "监听地址，其他机器由此访问本机（默认 127.0.0.1）。");
        siloPort = speaker.Option<int>("--silo-port", "The port for other silos (default: a free one).", "供其他机器连接的端口（默认自动选择）。");
        gatewayPort = speaker.Option<int>("--gateway-port", "The port for programs that are no silos (default: a free one).", "供其他程序连接的端口（默认自动选择）。");
        healthPort = speaker.Option<int>("--health-port", "The port of /health/live and /health/ready (default: a free one).", "/health/live 与 /health/ready 的端口（默认自动选择）。");
        concurrency = speaker.Option<int?>("--concurrency", "Most calls that this silo makes at once (default: as many as models take).", "本机同时最多进行的调用数（默认以模型能承受的为限）。");
        certificate = speaker.Option<string>("--certificate", "This silo's certificate (PEM).", "本机证书（PEM）。");
        key = speaker.Option<string>("--certificate-key", "The certificate's key (PEM; default: in the same file).", "证书私钥（PEM，默认在同一文件中）。");
        authority = speaker.Option<string>("--authority", "The authority that must have signed the others' certificates (PEM).", "其他机器的证书必须由它签发（PEM）。");
        insecure = speaker.Option<bool>("--insecure", "Listen to other machines without certificates.", "不用证书也接受其他机器的连接。");
    }

    public void AddTo(Command command)
    {
        Option[] all = [name, listen, siloPort, gatewayPort, healthPort, concurrency, certificate, key, authority, insecure];
        Array.ForEach(all, command.Options.Add);
    }

    /// <summary>What they say.</summary>
    /// <exception cref="BadInputException">They cannot be followed.</exception>
    public SiloSettings Read(ParseResult words, ClusterDatabase database)
    {
        var address = AddressOf(words.GetValue(listen));
        var credentials = CredentialsOf(words);
        if (credentials is null && !IPAddress.IsLoopback(address) && !words.GetValue(insecure))
        {
            throw new BadInputException(new(
                $"At {address} every machine of the network could take part: give --certificate, --certificate-key and --authority (docs/cluster.md), or say --insecure.",
                $"在 {address} 上，网络中的任何机器都能加入：请给出 --certificate、--certificate-key 和 --authority（见 docs/cluster.zh-CN.md），或加上 --insecure。"));
        }

        return new SiloSettings(database)
        {
            Name = words.GetValue(name),
            Address = address,
            SiloPort = words.GetValue(siloPort),
            GatewayPort = words.GetValue(gatewayPort),
            HealthPort = words.GetValue(healthPort),
            Concurrency = CountOf(words.GetValue(concurrency)),
            Credentials = credentials,
        };
    }

    private SiloCredentials? CredentialsOf(ParseResult words) => (words.GetValue(certificate), words.GetValue(authority)) switch
    {
        (null, null) when words.GetValue(key) is null => null,
        ({ } shown, { } signer) => SiloCredentials.Read(shown, words.GetValue(key) ?? shown, signer),
        _ => throw new BadInputException(new("--certificate and --authority go together.", "--certificate 与 --authority 必须一起给出。")),
    };

    private static int? CountOf(int? written) => written is null or > 0 ? written : throw new BadInputException(new(
        "--concurrency must be at least 1.", "--concurrency 至少为 1。"));

    private static IPAddress AddressOf(string? written) => written is null ? IPAddress.Loopback
        : IPAddress.TryParse(written, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any) ? address
        : throw new BadInputException(new(
            $"'{written}' is not an address by which others reach this machine, such as 192.168.1.5.", $"“{written}”不是其他机器能访问本机的地址，如 192.168.1.5。"));
}
