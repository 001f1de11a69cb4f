using System.Globalization;

namespace Jinbang.Simulator.Faults;

/// <summary>A fault that strikes by chance.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Share">Share of calls that it strikes, 0 to 1.</param>
public sealed record FaultShare(Fault Fault, double Share)
{
    /// <summary>Reads "429:retry-after=1=0.05,cut=0.01".</summary>
    /// <exception cref="BadInputException">An item is no fault with a share, or the shares sum to more than 1.</exception>
    public static IReadOnlyList<FaultShare> ParseAll(string text)
    {
        FaultShare[] shares = [.. text.Split(',', StringSplitOptions.TrimEntries).Select(Parse)];
        return shares.Sum(share => share.Share) <= 1 + 1e-9 ? shares : throw new BadInputException(new(
            $"The shares of the faults \"{text}\" sum to more than 1; make them smaller.",
            $"故障“{text}”的占比之和超过 1，请调小。"));
    }

    private static FaultShare Parse(string text)
    {
        var equals = text.LastIndexOf('=');
        return equals > 0
            && double.TryParse(text.AsSpan(equals + 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            && share <= 1
            ? new FaultShare(Fault.Parse(text[..equals]), share)
            : throw new BadInputException(new(
                $"\"{text}\" is no fault with a share; write FAULT=SHARE with a share from 0 to 1, such as 429=0.05.",
                $"“{text}”不是带占比的故障；请写成 故障=占比，占比为 0 到 1，例如 429=0.05。"));
    }
}
