namespace Jinbang.Web.Access;

/// <summary>Who may sign in, as the users file has it at this moment.</summary>
/// <param name="options">Which file.</param>
/// <param name="log">Is told when it cannot be used; nobody may sign in then.</param>
internal sealed class UserBook(SiteOptions options, ILogger<UserBook> log) : IDisposable
{
    private readonly Lock turn = new();

    // A hash takes a core for a tenth of a second on purpose: a flood of sign-ins must not take them all.
    private readonly SemaphoreSlim hashing = new(2);
    private (DateTime Changed, long Length) read;
    private IReadOnlyList<SiteUser> users = [];

    /// <summary>The user of a name; null when there is none.</summary>
    public SiteUser? Find(string name) => Users().FirstOrDefault(user => string.Equals(user.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The user with this name and password; null when there is none, which takes as long to find out for any name.</summary>
    public async Task<SiteUser?> FindAsync(string name, string password, CancellationToken cancellationToken)
    {
        var user = Find(name);
        await hashing.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Passwords.Fits(user?.Password ?? Passwords.Nobodys, password), cancellationToken) ? user : null;
        }
        finally
        {
            hashing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => hashing.Dispose();

    private IReadOnlyList<SiteUser> Users()
    {
        var file = new FileInfo(options.UsersFile);
        var seen = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
        using var own = turn.EnterScope();
        if (seen != read)
        {
            (users, read) = (Read(file.FullName), seen);
        }

        return users;
    }

    private IReadOnlyList<SiteUser> Read(string file)
    {
        try
        {
            return UsersFile.Read(file);
        }
        catch (Exception fault) when (fault is BadInputException or IOException or UnauthorizedAccessException)
        {
            UserBookLog.Unusable(log, fault);
            return [];
        }
    }
}
