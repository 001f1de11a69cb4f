using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Jinbang.Boards.Editions;

/// <summary>Manifests as JSON, both ways.</summary>
[JsonSerializable(typeof(EditionManifest))]
internal sealed partial class EditionJson : JsonSerializerContext
{
    private static readonly EditionJson Readable = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter<ScoreState>(JsonNamingPolicy.SnakeCaseLower) },
    });

    public static byte[] Write(EditionManifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, Readable.EditionManifest);

    /// <exception cref="JsonException">It is no manifest.</exception>
    public static EditionManifest Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Readable.EditionManifest) is { Version: not null, Boards: not null } manifest
        && manifest.Boards.All(board => board is { File: not null, Title: not null, Rows: not null } && board.Rows.All(row => row?.Model is not null))
        && manifest.Boards.DistinctBy(board => board.File).Count() == manifest.Boards.Count
            ? manifest
            : throw new JsonException("not a manifest");
}
