using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jinbang.Simulator.Pacing;

namespace Jinbang.Simulator.Houses;

/// <summary>Reads a house's file.</summary>
internal static class HouseFile
{
    private static readonly string[] Keys =
        [
            "name", "title", "like", "mount", "base", "dialect", "pages", "key", "bearer-too", "bare-too", "key-query", "key-form", "needs-key", "headers",
            "fields", "strict",
            "roles", "thinking", "models", "stream-usage", "finishes", "reply-extra", "error-body", "errors", "limit-headers",
            "stream-opening", "thinking-apart",
        ];

    private static readonly string[] ErrorKeys = ["status", "type", "code", "message", "body"];
    private static readonly string[] PageKeys = ["about", "title", "address", "known"];
    private static readonly string[] ModelKeys = ["name", "like", "thinks", "back", "fields", "only-streams-thinking", "no-system-prompt"];

    /// <summary>Reads a house over the one that its <c>like</c> names.</summary>
    /// <exception cref="BadInputException">The file is not what it should be; names its line.</exception>
    public static House Read(TextReader text, string file, Func<string, House> known)
    {
        var entry = YamlMap.Parse(text, file, Keys)!;
        var name = entry.Required("name");
        var old = entry.Text("like") is { } like ? known(like) : new House(name, new ErrorForms("", new Dictionary<Trouble, ErrorForm>()));
        // A house's other dialect has fields of its own.
        var isOther = entry.Text("dialect") is not null;
        return old with
        {
            Name = name,
            Title = entry.Text("title") ?? old.Title,
            Mount = entry.Text("mount") ?? name,
            Base = entry.Text("base") ?? old.Base,
            Dialect = OneOf<Models.Dialect>(entry, "dialect") ?? old.Dialect,
            Pages = [.. entry.Maps("pages", PageKeys).Select(ReadPage)],
            KeyHeader = entry.Text("key") ?? old.KeyHeader,
            TakesBare = entry.Flag("bare-too") ?? old.TakesBare,
            TakesBearer = entry.Flag("bearer-too") ?? old.TakesBearer,
            KeyQuery = entry.Text("key-query") ?? old.KeyQuery,
            KeyForm = OneOf<KeyForm>(entry, "key-form") ?? old.KeyForm,
            NeedsKey = entry.Flag("needs-key") ?? old.NeedsKey,
            Headers = entry.Texts("headers") ?? old.Headers,
            Fields = isOther ? Rules(entry) : Over(old.Fields, Rules(entry)),
            IsStrict = entry.Flag("strict") ?? old.IsStrict,
            Roles = entry.Texts("roles") ?? old.Roles,
            Thought = entry.Map("thinking", "switches", "budget", "usual", "back", "backs") is { } thinking ? ReadThought(thinking) : old.Thought,
            Models = [.. entry.Maps("models", ModelKeys).Select(ReadModel), .. isOther ? [] : old.Models],
            Usage = OneOf<StreamUsage>(entry, "stream-usage") ?? old.Usage,
            Finishes = ReadFinishes(entry) ?? old.Finishes,
            ReplyExtra = entry.Text("reply-extra") is { } extra ? [.. JsonDocument.Parse(extra).RootElement.EnumerateObject()] : old.ReplyExtra,
            StreamOpening = entry.Text("stream-opening") ?? old.StreamOpening,
            IsThinkingApart = entry.Flag("thinking-apart") ?? old.IsThinkingApart,
            Errors = ReadErrors(entry, old.Errors),
            LimitHeaders = OneOf<LimitHeaders>(entry, "limit-headers") ?? old.LimitHeaders,
        };
    }

    private static Citation ReadPage(YamlMap page) => new(
        page.Required("about"), page.Required("title"), new Uri(page.Required("address")), page.Required("known"));

    private static IReadOnlyList<FieldRule> Rules(YamlMap entry) =>
        [.. (entry.Names("fields") ?? new Dictionary<string, string>()).Select(field => new FieldRule(field.Key, field.Value))];

    private static IReadOnlyList<FieldRule> Over(IReadOnlyList<FieldRule> old, IReadOnlyList<FieldRule> own) =>
        [.. old.Where(rule => !own.Any(other => other.Path == rule.Path)), .. own];

    private static Thought ReadThought(YamlMap entry) => new(
        entry.Texts("switches") ?? [],
        entry.Text("budget"),
        OneOf<Thinks>(entry, "usual") ?? Thinks.Off,
        OneOf<ThoughtForm>(entry, "back") ?? ThoughtForm.ReasoningContent,
        [.. entry.Maps("backs", "field", "is", "back").Select(rule =>
            new ThoughtRule(rule.Required("field"), rule.Required("is"), OneOf<ThoughtForm>(rule, "back") ?? throw rule.Missing("back")))]);

    private static ModelRule ReadModel(YamlMap entry) => new(
        entry.Required("name"), new Regex(entry.Required("like"), RegexOptions.NonBacktracking | RegexOptions.IgnoreCase))
    {
        Thinks = OneOf<Thinks>(entry, "thinks"),
        Thought = OneOf<ThoughtForm>(entry, "back"),
        Fields = Rules(entry),
        OnlyStreamsThinking = entry.Text("only-streams-thinking"),
        NoSystemPrompt = entry.Text("no-system-prompt"),
    };

    private static Dictionary<Finish, string>? ReadFinishes(YamlMap entry) =>
        entry.Names("finishes")?.ToDictionary(finish => Enum.Parse<Finish>(finish.Key, ignoreCase: true), finish => finish.Value);

    private static ErrorForms ReadErrors(YamlMap entry, ErrorForms old)
    {
        // Codes make sense only within the body that they were made for.
        var forms = entry.Text("error-body") is null ? new Dictionary<Trouble, ErrorForm>(old.Forms) : [];
        foreach (var (name, form) in entry.MapsByName("errors", ErrorKeys))
        {
            var trouble = Enum.Parse<Trouble>(Squeezed(name), ignoreCase: true);
            var inherited = forms.GetValueOrDefault(trouble);
            forms[trouble] = new ErrorForm(
                form.Parsed<int>("status", new("a status", "状态码"), text => int.Parse(text, CultureInfo.InvariantCulture)) ?? inherited?.Status ?? 400,
                form.Text("type") ?? inherited?.Type,
                form.Text("code") ?? inherited?.Code,
                form.Text("message"),
                form.Text("body"));
        }

        return new ErrorForms(entry.Text("error-body") ?? old.Template, forms);
    }

    private static T? OneOf<T>(YamlMap entry, string key)
        where T : struct, Enum =>
        entry.Parsed<T>(key, new($"one of {string.Join(", ", Enum.GetNames<T>())}", $"以下之一：{string.Join("、", Enum.GetNames<T>())}"), text =>
            Enum.TryParse<T>(Squeezed(text), ignoreCase: true, out var value) ? value : null);

    private static string Squeezed(string name) => name.Replace("-", "", StringComparison.Ordinal);
}
