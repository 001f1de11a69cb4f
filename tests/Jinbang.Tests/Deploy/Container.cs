using System.Text.Json.Nodes;

namespace Jinbang.Tests.Deploy;

/// <summary>A container of Jinbang's own image.</summary>
/// <param name="Name">The file and the name there.</param>
/// <param name="Words">What the program is told: a verb and its options, as they arrive.</param>
/// <param name="Variables">The environment variables that are set, apart from those of a whole secret.</param>
/// <param name="Said">What the file says of it.</param>
internal sealed record Container(string Name, IReadOnlyList<string> Words, IReadOnlyList<string> Variables, JsonNode Said)
{
    public string Verb => Words[0];

    /// <summary>An option's value.</summary>
    public string? this[string option] => Words.FirstOrDefault(word => word.StartsWith($"--{option}=", StringComparison.Ordinal))?[(option.Length + 3)..];
}
