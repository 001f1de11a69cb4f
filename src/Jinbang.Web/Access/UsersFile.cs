using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Jinbang.Web.Access;

/// <summary>Reads and writes the file of who may sign in, which only its owner may read.</summary>
internal static class UsersFile
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int LongestName = 64;

    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Reads it.</summary>
    /// <returns>Nobody when there is no file.</returns>
    /// <exception cref="BadInputException">It is open to others, or a line is wrong.</exception>
    public static IReadOnlyList<SiteUser> Read(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        using var opened = File.OpenRead(file);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(opened.SafeFileHandle) & ~(Own | UnixFileMode.UserExecute)) != 0)
        {
            throw new BadInputException(new($"Others may read or write the users file {file}: run chmod 600 on it.", $"其他用户可以读写用户文件 {file}：请对它执行 chmod 600。"));
        }

        using var text = new StreamReader(opened);
        var users = YamlMap.Parse(text, file, "users")?.Maps("users", "name", "role", "password").Select(Read).ToList() ?? [];
        return users.GroupBy(user => user.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twins
            ? throw new BadInputException(new($"{file} names the user {twins.Key} twice: remove one.", $"{file} 中用户 {twins.Key} 出现了两次：请删去一个。"))
            : users;
    }

    /// <summary>Writes it whole, over the one that was there.</summary>
    public static void Write(string file, IReadOnlyCollection<SiteUser> users)
    {
        var text = new StringBuilder("# Who may sign in at `jinbang serve --public`. Add with: jinbang serve --add-user NAME --role ROLE\n").Append(users.Count > 0 ? "users:\n" : "users: []\n");
        foreach (var user in users)
        {
            text.Append($"  - name: {JsonSerializer.Serialize(user.Name, Quoted)}\n    role: {user.Role}\n    password: {user.Password}\n");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var unfinished = $"{file}.{Path.GetRandomFileName()}";
        var form = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            form.UnixCreateMode = Own;
        }

        using (var writer = new StreamWriter(unfinished, form))
        {
            writer.Write(text);
        }

        File.Move(unfinished, file, overwrite: true);
    }

    /// <summary>Whether a user may be called so: letters of any language, digits and . _ - @.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' or '@');

    private static SiteUser Read(YamlMap map)
    {
        var user = new SiteUser(map.Required("name"), map.Required("role"), map.Required("password"));
        return !IsName(user.Name) ? throw map.Wrong("name", user.Name, new("letters, digits and . _ - @, at most 64", "字母、数字和 . _ - @，最多 64 个"))
            : !Roles.All.Contains(user.Role) ? throw map.Wrong("role", user.Role, new("reader, runner or admin", "reader、runner 或 admin"))
            // The value is not repeated: somebody may have written the password itself.
            : !Passwords.IsHash(user.Password) ? throw map.Wrong("password", "…", new("a hash that --add-user made", "由 --add-user 生成的哈希"))
            : user;
    }
}
