using System.CommandLine;
using System.Net;
using Jinbang.Web.Access;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web;

/// <summary>The command line of the server, which <c>jinbang serve</c> hands over to.</summary>
internal sealed class ServeCommand : RootCommand
{
    private const int WrongOptions = 2;

    private readonly TextWriter output;
    private readonly TextWriter error;
    private readonly TimeProvider time;
    private readonly Language spoken = Languages.Spoken(Environment.GetEnvironmentVariable);
    private readonly ServeOptions options;
    private readonly PasswordPrompt prompt;

    /// <param name="input">Standard input; null when somebody types.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="time">The clock.</param>
    public ServeCommand(TextReader? input, TextWriter output, TextWriter error, TimeProvider time)
        : base("Serves the boards of the workspace in the current folder.")
    {
        (this.output, this.error, this.time) = (output, error, time);
        prompt = new PasswordPrompt(input, error);
        options = new ServeOptions(spoken);
        options.AddTo(this);
        SetAction(ServeAsync);
    }

    /// <summary>Serves until interrupted, or changes who may sign in.</summary>
    /// <returns>0; 2 when an option or the workspace is wrong.</returns>
    public async Task<int> RunAsync(string[] args)
    {
        var parsed = Parse(args);
        foreach (var problem in parsed.Errors)
        {
            error.WriteLine(problem.Message);
        }

        return parsed.Errors.Count > 0
            ? WrongOptions
            : await parsed.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private async Task<int> ServeAsync(ParseResult words, CancellationToken cancellationToken)
    {
        var language = options.LanguageOf(words);
        try
        {
            var settings = options.Read(words, language);
            if (options.Change(words, settings, () => prompt.Read(language)) is { } done)
            {
                output.WriteLine(done.In(language));
                return 0;
            }

            await using var site = await Site.StartAsync(settings, time, cancellationToken);
            output.WriteLine(new Phrase($"Jinbang is open at {site.Address} (Ctrl-C ends it).", $"金榜已打开：{site.Address}（按 Ctrl-C 结束）。").In(language));
            Warn(settings, language);
            using var memory = new MemoryKeeping(time);
            await memory.StartAsync(cancellationToken);
            await site.WaitAsync(cancellationToken);
            return 0;
        }
        catch (BadInputException fault)
        {
            error.WriteLine(fault.Problem.In(language));
            return WrongOptions;
        }
    }

    private void Warn(SiteOptions settings, Language language)
    {
        if (settings is { IsBehindProxy: true, Certificate: null, Address: { } address } && !IPAddress.IsLoopback(address))
        {
            error.WriteLine(new Phrase(
                $"Warning: the port is plain HTTP at {address}; let only the proxy reach it.", $"注意：{address} 上的端口是明文 HTTP，请确保只有代理能访问它。").In(language));
        }

        if (settings.IsPublic && !File.Exists(settings.UsersFile))
        {
            error.WriteLine(new Phrase(
                "Nobody can sign in with a password yet: jinbang serve --add-user NAME --role admin.", "还没有可以用密码登录的用户：jinbang serve --add-user 名称 --role admin。").In(language));
        }
    }
}
