using System.Text.Encodings.Web;
using System.Text.Json;
using Jinbang.Grading;

namespace Jinbang.Runs.Logs;

/// <summary>Writes readings as JSON fields.</summary>
internal static class ReadingJson
{
    /// <summary>How lines are written: no indentation, Chinese as it is.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    private static readonly JsonEncodedText Letters = JsonEncodedText.Encode("letters");
    private static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText Rule = JsonEncodedText.Encode("rule");
    private static readonly JsonEncodedText Start = JsonEncodedText.Encode("start");
    private static readonly JsonEncodedText Length = JsonEncodedText.Encode("length");
    private static readonly JsonEncodedText Confidence = JsonEncodedText.Encode("confidence");

    /// <summary>Writes kind, letters, value, rule, start, length and confidence.</summary>
    public static void Write(Utf8JsonWriter writer, Reading reading)
    {
        writer.WriteString(Kind, GradeWords.Code(reading.Kind));
        writer.WriteString(Letters, reading.Kind is ReadingKind.Letter or ReadingKind.Letters ? reading.Answer : null);
        writer.WriteString(Value, reading.Kind is ReadingKind.Value ? reading.Answer : null);
        writer.WriteString(Rule, reading.Rule);
        writer.WriteNumber(Start, reading.Start);
        writer.WriteNumber(Length, reading.Length);
        writer.WriteNumber(Confidence, reading.Confidence);
    }
}
