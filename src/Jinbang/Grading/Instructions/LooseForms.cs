namespace Jinbang.Grading.Instructions;

/// <summary>The forms of a reply of which, in IFEval's loose sense, any may follow an instruction (section 2.2).</summary>
internal static class LooseForms
{
    /// <summary>The reply as it is, without its first line, its last line, and both; each with and without asterisks, and
    /// those that are the same once.</summary>
    public static IReadOnlyList<string> Of(string reply)
    {
        var first = reply.IndexOf('\n') + 1;
        var last = reply.LastIndexOf('\n');
        var hasLines = last >= 0;
        string[] cut =
        [
            reply,
            hasLines ? reply[first..].Trim() : "",
            hasLines ? reply[..last].Trim() : "",
            hasLines && first <= last ? reply[first..last].Trim() : "",
        ];
        return [.. cut.SelectMany(form => (string[])[form, form.Replace("*", "", StringComparison.Ordinal)]).Distinct()];
    }
}
