namespace Jinbang.Web.Access;

/// <summary>Asks for a password where nobody looking over a shoulder or into the list of processes sees it.</summary>
/// <param name="input">Standard input; null when somebody types.</param>
/// <param name="error">Where to ask.</param>
internal sealed class PasswordPrompt(TextReader? input, TextWriter error)
{
    /// <summary>The password: typed without echo at a terminal, else the first line of standard input.</summary>
    public string Read(Language language)
    {
        if (input is not null)
        {
            return input.ReadLine() ?? "";
        }

        error.Write(new Phrase($"Password ({Passwords.Shortest} characters or more): ", $"密码（至少 {Passwords.Shortest} 个字符）：").In(language));
        var typed = new Stack<char>();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key is ConsoleKey.Backspace)
            {
                typed.TryPop(out _);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Push(key.KeyChar);
            }
        }

        error.WriteLine();
        return string.Concat(typed.Reverse());
    }
}
