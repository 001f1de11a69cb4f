namespace Jinbang.Web.Access;

/// <summary>Changes who may sign in; a site that is open sees it at once.</summary>
internal static class UserChanges
{
    /// <summary>Adds a user, or gives one another password and role.</summary>
    /// <param name="file">The users file.</param>
    /// <param name="name">The user's name.</param>
    /// <param name="role">The role; null to keep the one there is.</param>
    /// <param name="password">Asks for the password.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="BadInputException">The name, role or password cannot be one.</exception>
    public static Phrase Add(string file, string name, string? role, Func<string> password)
    {
        if (!UsersFile.IsName(name))
        {
            throw new BadInputException(new(
                $"'{name}' cannot be a user's name: letters, digits and . _ - @, at most 64.", $"“{name}”不能作为用户名：只能用字母、数字和 . _ - @，最多 64 个。"));
        }

        var users = UsersFile.Read(file);
        var old = users.FirstOrDefault(user => IsCalled(user, name));
        var user = new SiteUser(old?.Name ?? name, role ?? old?.Role ?? throw new BadInputException(new(
            "Say the user's role: --role reader, runner or admin.", "请给出用户的角色：--role reader、runner 或 admin。")), Passwords.Hash(password()));
        UsersFile.Write(file, [.. users.Where(other => other != old), user]);
        return old is null
            ? new($"{user.Name} may sign in as {user.Role}.", $"{user.Name} 现在可以以 {user.Role} 身份登录。")
            : new($"{user.Name} has a new password and is {user.Role}; open sessions end.", $"{user.Name} 的密码已更新，角色为 {user.Role}；已登录的会话随即失效。");
    }

    /// <summary>Removes a user.</summary>
    /// <returns>What was done.</returns>
    /// <exception cref="BadInputException">There is none of this name.</exception>
    public static Phrase Remove(string file, string name)
    {
        var users = UsersFile.Read(file);
        var gone = users.FirstOrDefault(user => IsCalled(user, name)) ?? throw new BadInputException(new(
            $"{file} has no user {name}.", $"{file} 中没有用户 {name}。"));
        UsersFile.Write(file, [.. users.Where(user => user != gone)]);
        return new($"{gone.Name} may not sign in any more.", $"{gone.Name} 不能再登录。");
    }

    private static bool IsCalled(SiteUser user, string name) => string.Equals(user.Name, name, StringComparison.OrdinalIgnoreCase);
}
