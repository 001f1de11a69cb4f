namespace Jinbang.Models;

/// <summary>Reads a file of KEY=VALUE lines that only its owner may read.</summary>
internal static class SecretsFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static Dictionary<string, string> Read(string file)
    {
        var lines = Lines(file);
        var values = new Dictionary<string, string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var (name, value) = Split(line) ?? throw new BadInputException(new(
                $"{file}, line {i + 1}: expected KEY=VALUE.", $"{file} 第 {i + 1} 行：应为 KEY=VALUE。"));
            values[name] = value;
        }

        return values;
    }

    private static string[] Lines(string file)
    {
        try
        {
            // Asked of the open file, so that nobody can put another one in its place meanwhile.
            using var opened = File.OpenRead(file);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(opened.SafeFileHandle) & Others) != 0)
            {
                throw new BadInputException(new(
                    $"Others may read the secrets file {file}: run chmod 600 on it.", $"其他用户可以读取密钥文件 {file}：请对它执行 chmod 600。"));
            }

            using var text = new StreamReader(opened);
            return text.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new($"Cannot read the secrets file {file}.", $"无法读取密钥文件 {file}。"), fault);
        }
    }

    private static (string Name, string Value)? Split(string line)
    {
        const string export = "export ";
        line = line.StartsWith(export, StringComparison.Ordinal) ? line[export.Length..] : line;
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals <= 0 ? null : (line[..equals].Trim(), Unquoted(line[(equals + 1)..].Trim()));
    }

    private static string Unquoted(string value) =>
        value.Length >= 2 && value[0] == value[^1] && value[0] is '"' or '\'' ? value[1..^1] : value;
}
