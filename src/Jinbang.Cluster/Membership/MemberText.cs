using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Jinbang.Boards;
using Jinbang.Runs.Sharing;

namespace Jinbang.Cluster.Membership;

/// <summary>Who is in a cluster, as text.</summary>
internal static class MemberText
{
    private const int ShortVersion = 14;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>For programs, with the cluster's runs.</summary>
    public static string Json(IReadOnlyList<Member> members, IReadOnlyList<RunSight> runs) => JsonSerializer.Serialize(new { silos = members, runs }, Form) + "\n";

    /// <summary>For people, a line each.</summary>
    /// <param name="members">The silos.</param>
    /// <param name="now">This moment.</param>
    /// <param name="language">The language to write in.</param>
    public static string Table(IReadOnlyList<Member> members, DateTimeOffset now, Language language)
    {
        if (members.Count == 0)
        {
            return new Phrase("Nobody is there: jinbang cluster start", "集群中没有机器：jinbang cluster start").In(language) + "\n";
        }

        Phrase[] head = [new("NAME", "名称"), new("ADDRESS", "地址"), new("STATE", "状态"), new("SINCE", "启动时间"), new("HEARD", "最近应答"), new("VERSION", "版本")];
        var lines = members.Select(member => Cells(member, now, language)).Prepend([.. head.Select(word => word.In(language))]).ToList();
        return TextTable.Of(lines);
    }

    private static string[] Cells(Member member, DateTimeOffset now, Language language) =>
    [
        Plain.Text(member.Name),
        member.Address,
        Word(member.State).In(language),
        member.Since.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        Ago(now - member.Heard).In(language),
        // Of the commit that it was built from, as much as people read.
        member.Version.Length > ShortVersion ? member.Version[..ShortVersion] : member.Version,
    ];

    private static Phrase Word(MemberState state) => state switch
    {
        MemberState.Joining => new("joining", "加入中"),
        MemberState.Active => new("active", "运行中"),
        MemberState.Drained => new("drained", "不接新任务"),
        MemberState.Leaving => new("leaving", "离开中"),
        MemberState.Gone => new("gone", "已离开"),
    };

    private static Phrase Ago(TimeSpan time) => new($"{Math.Max(0, time.TotalSeconds):0} s ago", $"{Math.Max(0, time.TotalSeconds):0} 秒前");
}
