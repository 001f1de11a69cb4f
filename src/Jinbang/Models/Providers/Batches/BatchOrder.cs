namespace Jinbang.Models.Providers.Batches;

/// <summary>What makes a batch of an uploaded file.</summary>
internal sealed record BatchOrder(string InputFileId, string Endpoint, string CompletionWindow, IReadOnlyDictionary<string, string> Metadata);
