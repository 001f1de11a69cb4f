using System.Text.Encodings.Web;
using System.Text.Json;
using Jinbang.Exams;
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
    private static readonly JsonEncodedText Unit = JsonEncodedText.Encode("unit");
    private static readonly JsonEncodedText Rule = JsonEncodedText.Encode("rule");
    private static readonly JsonEncodedText Start = JsonEncodedText.Encode("start");
    private static readonly JsonEncodedText Length = JsonEncodedText.Encode("length");
    private static readonly JsonEncodedText Confidence = JsonEncodedText.Encode("confidence");

    /// <summary>Writes kind, letters, value, unit, rule, start, length and confidence.</summary>
    /// <param name="writer">Stands inside an object.</param>
    /// <param name="asked">The kind of the question; null when it is not known.</param>
    /// <param name="reading">What was understood.</param>
    public static void Write(Utf8JsonWriter writer, QuestionKind? asked, Reading reading)
    {
        var measure = reading.Kind is ReadingKind.Value ? Measure.Of(asked, reading.Answer) : default;
        writer.WriteString(Kind, GradeWords.Code(reading.Kind));
        writer.WriteString(Letters, reading.Kind is ReadingKind.Letter or ReadingKind.Letters ? reading.Answer : null);
        writer.WriteString(Value, measure.Value);
        writer.WriteString(Unit, measure.Unit);
        writer.WriteString(Rule, reading.Rule);
        writer.WriteNumber(Start, reading.Start);
        writer.WriteNumber(Length, reading.Length);
        writer.WriteNumber(Confidence, reading.Confidence);
    }
}
