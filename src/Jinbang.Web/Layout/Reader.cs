using System.Security.Claims;
using Jinbang.Web.Access;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Layout;

/// <summary>Who reads this page: language, theme and rights.</summary>
/// <param name="context">The request.</param>
/// <param name="options">How the site is served.</param>
public sealed class Reader(IHttpContextAccessor context, SiteOptions options)
{
    /// <summary>The cookie with the language.</summary>
    internal const string LanguageCookie = "jinbang-language";

    /// <summary>The cookie with the theme.</summary>
    internal const string ThemeCookie = "jinbang-theme";

    private HttpContext Request => context.HttpContext ?? throw new InvalidOperationException("Nobody reads: there is no request.");

    /// <summary>The language, by the reader's choice, else by the browser's, else by the server's.</summary>
    public Language Language => Languages.Parse(Request.Request.Query["lang"].ToString())
        ?? Languages.Parse(Request.Request.Cookies[LanguageCookie] ?? "")
        ?? Request.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1).Select(wish => Languages.Parse(wish.Value.ToString())).FirstOrDefault(known => known is not null)
        ?? options.Language;

    /// <summary>The theme, light or dark; null for the browser's.</summary>
    public string? Theme => Request.Request.Cookies[ThemeCookie] is "light" or "dark" ? Request.Request.Cookies[ThemeCookie] : null;

    /// <summary>The page's path with its query.</summary>
    public string Here => Request.Request.Path + Request.Request.QueryString;

    /// <summary>The path alone.</summary>
    public string Path => Request.Request.Path;

    /// <summary>Who is signed in; null when nobody is.</summary>
    public string? Name => Request.User.FindFirstValue(ClaimTypes.Name);

    /// <summary>Whether the site is open to others than this machine's user, who sign in.</summary>
    public bool IsPublic => options.IsPublic;

    /// <summary>Whether the site shows a cluster.</summary>
    public bool HasCluster => options.Cluster is not null;

    /// <summary>Whether the reader may do everything.</summary>
    public bool MayAdminister => Request.User.IsInRole(Roles.Admin);

    /// <summary>Whether the reader may start runs, spend and mark.</summary>
    public bool MayRun => Request.User.IsInRole(Roles.Runner) || Request.User.IsInRole(Roles.Admin);

    /// <summary>Whether the reader may see what is not open to everybody.</summary>
    public bool MayRead => MayRun || Request.User.IsInRole(Roles.Reader);

    /// <summary>Whether the reader may know of an exam; those that are private are for who is signed in.</summary>
    public bool MaySee(ExamEntry exam) => !exam.IsPrivate || MayRead;

    /// <summary>Those of the exams that the reader may know of; every list of exams passes through here.</summary>
    public IReadOnlyList<ExamEntry> Seen(IReadOnlyList<ExamEntry> exams) => MayRead ? exams : [.. exams.Where(MaySee)];

    /// <summary>The phrase in the reader's language.</summary>
    public string Say(string english, string chinese) => new Phrase(english, chinese).In(Language);
}
