using System.Globalization;
using Jinbang.Models;

namespace Jinbang.Workspaces;

/// <summary>What is known of models, in few words; "/" where nothing is.</summary>
public static class ModelWords
{
    /// <summary>Parameters, all and those that take part in one token, such as 235B-A22B.</summary>
    public static string Size(ModelLine line) => line.Parameters is not { } all ? "/"
        : line.ActiveParameters is { } active ? $"{Figure(all)}B-A{Figure(active)}B" : $"{Figure(all)}B";

    /// <summary>A figure without needless digits; "/" when unknown.</summary>
    public static string Figure(decimal? figure) => figure?.ToString("0.######", CultureInfo.InvariantCulture) ?? "/";

    /// <summary>A count of tokens, in thousands or millions.</summary>
    public static string Tokens(int? tokens) => tokens switch
    {
        null => "/",
        < 1_000 => tokens.Value.ToString(CultureInfo.InvariantCulture),
        < 1_000_000 => (tokens.Value / 1e3).ToString("0", CultureInfo.InvariantCulture) + "k",
        _ => (tokens.Value / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + "M",
    };

    /// <summary>Whether a model thinks in its mode.</summary>
    public static Phrase Thinking(ModelLine line) => (line.Habit, line.Thinks) switch
    {
        (_, null) => new("/", "/"),
        (ThinkingHabit.Always, _) => new("always", "始终"),
        (ThinkingHabit.Never, _) => new("never", "不思考"),
        (_, true) => new("on", "开"),
        (_, false) => new("off", "关"),
    };

    /// <summary>What a model does not take.</summary>
    public static Phrase Limit(ModelLimit limit) => limit switch
    {
        ModelLimit.NoTemperature => new("takes no temperature", "不接受温度"),
        ModelLimit.NoSystemPrompt => new("takes no system prompt", "不接受系统提示词"),
        ModelLimit.StreamsOnly => new("only streams", "只能流式回复"),
    };

    /// <summary>What a model takes in.</summary>
    public static Phrase Of(Modality modality) => modality switch
    {
        Modality.Text => new("text", "文字"),
        Modality.Image => new("images", "图像"),
        Modality.Audio => new("sound", "声音"),
        Modality.Video => new("video", "视频"),
    };
}
