using Jinbang.Boards;
using Jinbang.Models;
using Jinbang.Workspaces;

namespace Jinbang.Web.Models;

/// <summary>Words of lists of models.</summary>
internal static class ModelColumns
{
    /// <summary>The orders that can be asked for, besides the catalogue's.</summary>
    public static IReadOnlyList<(string Word, Phrase Name)> Orders { get; } =
    [
        ("name", new("name", "名称")), ("house", new("house", "机构")), ("price", new("cheapest", "价格由低到高")),
        ("size", new("largest", "参数量由大到小")), ("context", new("longest context", "上下文由长到短")), ("released", new("newest", "最新发布")),
    ];

    /// <summary>Whether weights are published.</summary>
    public static Phrase Say(Openness openness) => openness switch
    {
        Openness.Unknown => new("/", "/"),
        Openness.Commercial => new("commercial", "商用"),
        Openness.Open => new("open", "开源"),
    };

    /// <summary>Who serves a model, those whose key is here marked.</summary>
    public static IEnumerable<(string Name, bool HasKey)> Providers(ModelLine line) =>
        line.Providers.Select(provider => (Plain.Text(provider), line.Keys.Contains(provider)));

    /// <summary>Whether a host can be asked.</summary>
    public static Phrase Key(HostLine host) => host switch
    {
        { KeyVariable: null } => new("not needed", "不需要"),
        { HasKey: true } => new("is here", "有"),
        _ => new("missing", "无"),
    };
}
