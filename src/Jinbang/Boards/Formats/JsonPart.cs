namespace Jinbang.Boards.Formats;

internal sealed record JsonPart(JsonNote Name, string State, double? Accuracy, double? AccuracyLow, double? AccuracyHigh);
