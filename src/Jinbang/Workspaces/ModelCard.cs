using Jinbang.Models;

namespace Jinbang.Workspaces;

/// <summary>All that is known of one model in one of its modes.</summary>
/// <param name="Model">What lists say of it.</param>
/// <param name="OtherModes">The names of its other modes.</param>
/// <param name="MaxOutput">Most tokens of a reply; null when unknown.</param>
/// <param name="Modalities">What it takes in; empty when unknown.</param>
/// <param name="Limits">What it does not take.</param>
/// <param name="ExtraFields">Further request fields that it needs; null for none.</param>
/// <param name="Known">The day of this knowledge; null when unknown.</param>
/// <param name="Hosts">Who serves it.</param>
/// <param name="Prices">Its dated prices, the newest of each provider first.</param>
public sealed record ModelCard(
    ModelLine Model,
    IReadOnlyList<string> OtherModes,
    int? MaxOutput,
    IReadOnlyList<Modality> Modalities,
    IReadOnlyList<ModelLimit> Limits,
    string? ExtraFields,
    DateOnly? Known,
    IReadOnlyList<HostLine> Hosts,
    IReadOnlyList<PriceLine> Prices);
