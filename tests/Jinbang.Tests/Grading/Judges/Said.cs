using System.Text.Json;
using Jinbang.Grading.Judges;
using Jinbang.Models;

namespace Jinbang.Tests.Grading.Judges;

/// <summary>Makes what judges say.</summary>
internal static class Said
{
    public static Judgement By(string name, string text) => new(name, new Reply(Outcome.Replied, text));

    public static string Reading(string kind, string answer, string quote) =>
        JsonSerializer.Serialize(new Dictionary<string, string> { ["kind"] = kind, ["answer"] = answer, ["quote"] = quote });

    public static string Points(params decimal[] points) => JsonSerializer.Serialize(new Dictionary<string, decimal[]> { ["points"] = points });
}
