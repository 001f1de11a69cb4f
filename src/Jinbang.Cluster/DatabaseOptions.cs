using System.CommandLine;
using Jinbang.Cluster.Database;
using Jinbang.Workspaces;

namespace Jinbang.Cluster;

/// <summary>The options that say where a cluster meets.</summary>
internal sealed class DatabaseOptions
{
    private readonly Option<string> cluster;
    private readonly Option<string> secrets;

    public DatabaseOptions(Speaker speaker)
    {
        cluster = speaker.Option<string>(
            "--cluster",
            $"The database: \"Host=…;Database=…;Username=…\" (default: {ClusterAddress.Variable}). Its password comes from {ClusterAddress.PasswordVariable}, PGPASSWORD or pgpass.",
            $"数据库：\"Host=…;Database=…;Username=…\"（默认取自 {ClusterAddress.Variable}）。密码取自 {ClusterAddress.PasswordVariable}、PGPASSWORD 或 pgpass。");
        secrets = speaker.Option<string>(
            "--secrets", "A file of KEY=VALUE lines, read where the environment says nothing.", "KEY=VALUE 格式的密钥文件，环境变量中没有时读取。");
    }

    public void AddTo(Command command)
    {
        command.Options.Add(cluster);
        command.Options.Add(secrets);
    }

    /// <summary>The file of secrets; null when none is named.</summary>
    public string? Secrets(ParseResult words) => words.GetValue(secrets);

    /// <summary>The database that they name.</summary>
    /// <exception cref="BadInputException">They name none.</exception>
    public ClusterAddress Read(ParseResult words) => ClusterAddress.Read(
        words.GetValue(cluster), Models.Secrets.Read(Surroundings.Variables(), words.GetValue(secrets) is { } file ? [file] : []));
}
