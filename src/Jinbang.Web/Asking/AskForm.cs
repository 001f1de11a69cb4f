using System.Globalization;

namespace Jinbang.Web.Asking;

/// <summary>The fields of the form, as they were written.</summary>
/// <param name="Models">Names of models.</param>
/// <param name="Prompt">What is asked.</param>
/// <param name="System">What is sent as the system message.</param>
/// <param name="MaxTokens">Most tokens of a reply.</param>
/// <param name="Cap">Most yuan.</param>
/// <param name="AllowsUnknownPrice">Whether models of unknown price may be asked.</param>
/// <param name="IsReckoning">Whether only the worst cost is wanted.</param>
public sealed record AskForm(
    IReadOnlyList<string> Models, string Prompt, string System, string MaxTokens, string Cap, bool AllowsUnknownPrice, bool IsReckoning)
{
    /// <summary>The button, or the script, that asks for the worst cost alone.</summary>
    public const string Reckon = "reckon";

    /// <summary>The form before anything was written.</summary>
    public static AskForm Empty(IReadOnlyList<string> models) => new(models, "", "", "1024", "1", false, true);

    /// <summary>Reads a form.</summary>
    public static AskForm Of(IFormCollection form) => new(
        [.. form["model"].OfType<string>().Where(name => name.Length > 0)], form["prompt"].ToString(), form["system"].ToString(),
        form["tokens"].ToString(), form["cap"].ToString(), form["unknown"].Count > 0, form["step"] == Reckon);

    /// <summary>What is ordered.</summary>
    /// <exception cref="BadInputException">A number is none, or something is missing.</exception>
    public AskOrder Order() => new AskOrder(Models, Prompt)
    {
        System = System,
        MaxTokens = int.TryParse(MaxTokens, NumberStyles.None, CultureInfo.InvariantCulture, out var tokens)
            ? tokens
            : throw NoNumber(new("The most tokens of a reply", "回复的 token 上限"), MaxTokens),
        Cap = decimal.TryParse(Cap, NumberStyles.Number, CultureInfo.InvariantCulture, out var yuan)
            ? yuan
            : throw NoNumber(new("The cap in yuan", "花费上限"), Cap),
        AllowUnknownPrice = AllowsUnknownPrice,
    }.Checked();

    private static BadInputException NoNumber(Phrase what, string written) => new(new(
        $"{what.English} must be a number, not '{written}'.", $"{what.Chinese}应为数字，而不是“{written}”。"));
}
