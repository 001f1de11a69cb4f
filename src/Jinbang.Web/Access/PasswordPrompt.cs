namespace Jinbang.Web.Access;

/// <summary>Asks for a password where nobody looking over a shoulder or into the list of processes sees it.</summary>
/// <param name="input">Standard input; null when somebody types.</param>
/// <param name="error">Where to ask.</param>
internal sealed class PasswordPrompt(TextReader? input, TextWriter error)
{
    /// <summary>The password: typed twice without echo at a terminal, else the first line of standard input.</summary>
    /// <exception cref="BadInputException">What was typed was not the same twice.</exception>
    public string Read(Language language)
    {
        if (input is not null)
        {
            return input.ReadLine() ?? "";
        }

        var password = Typed(new Phrase($"Password ({Passwords.Shortest} characters or more): ", $"密码（至少 {Passwords.Shortest} 个字符）：").In(language));
        return password == Typed(new Phrase("The same again: ", "再输入一遍：").In(language)) ? password : throw new BadInputException(new(
            "The two passwords differ; nothing was changed.", "两次输入的密码不同；未做改动。"));
    }

    private string Typed(string prompt)
    {
        error.Write(prompt);
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
