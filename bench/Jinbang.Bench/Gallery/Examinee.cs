using System.Globalization;

namespace Jinbang.Bench.Gallery;

/// <summary>A model of the example workspace. Names and houses are made up: pictures must not say of a real model what was never measured.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Entry">What the workspace's catalogue says of it, but for who serves it.</param>
/// <param name="Ability">In logits; a question of difficulty 0 is answered right by half of the models of ability 0.</param>
/// <param name="Tokens">Tokens of a reply in the mean.</param>
/// <param name="Speed">Tokens a second.</param>
internal sealed record Examinee(string Name, string Entry, double Ability, double Tokens, double Speed)
{
    /// <summary>The provider that serves all of them.</summary>
    public const string Provider = "simulator";

    /// <summary>Reads the list.</summary>
    public static IReadOnlyList<Examinee> Read(string file) => [.. File.ReadLines(file).Skip(1).Select(line => line.Split(',')).Select(Of)];

    /// <summary>The chance that it answers a question right.</summary>
    public double Chance(double difficulty) => 1 / (1 + Math.Exp(difficulty - Ability));

    private static Examinee Of(string[] cells) => new(cells[0], EntryOf(cells), Number(cells[8]), Number(cells[9]), Number(cells[10]));

    private static string EntryOf(string[] cells) => $$"""
          - name: {{cells[0]}}
            house: {{cells[1]}}
            openness: {{cells[2]}}{{(cells[3].Length > 0 ? $"\n    parameters: {cells[3]}" : "")}}
            context: 131072
            output: 16384
            modalities: [text]
            thinking: {{cells[4]}}
            released: {{cells[5]}}
            known: {{cells[5]}}
            ids: { {{Provider}}: {{cells[0]}} }
            prices:
              - { provider: {{Provider}}, input: {{cells[6]}}, output: {{cells[7]}}, currency: CNY, date: {{cells[5]}}, source: "made up" }

        """;

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
