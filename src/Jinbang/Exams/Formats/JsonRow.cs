using System.Text.Json;

namespace Jinbang.Exams.Formats;

/// <summary>One row of a JSON Lines file or JSON array; valid until the next one is taken.</summary>
/// <param name="Ordinal">Its number in the file, counted from 1.</param>
/// <param name="Line">The line it starts on.</param>
/// <param name="Element">The row; undefined when it could not be read.</param>
/// <param name="Fault">Why it could not be read, or null.</param>
internal readonly record struct JsonRow(int Ordinal, int Line, JsonElement Element, Phrase? Fault);
