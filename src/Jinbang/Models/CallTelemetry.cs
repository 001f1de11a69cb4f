using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;

namespace Jinbang.Models;

/// <summary>Traces and measures the calls of one model by OpenTelemetry's conventions for generative AI, for whoever
/// listens to the source and the meter <see cref="Name"/>; never what is asked or replied.</summary>
/// <remarks>https://opentelemetry.io/docs/specs/semconv/gen-ai/, which also gives the histograms' boundaries.</remarks>
public sealed class CallTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Jinbang";

    private const string Operation = "chat";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Seconds(
        "gen_ai.client.operation.duration", "How long calls take.", [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92]);

    private static readonly Histogram<double> FirstToken = Seconds(
        "gen_ai.server.time_to_first_token", "From sending a call to its first token.", [0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]);

    private static readonly Histogram<double> PerToken = Seconds(
        "gen_ai.server.time_per_output_token", "Time of each token after the first.", [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5]);

    private static readonly Histogram<long> Tokens = Meter.CreateHistogram(
        "gen_ai.client.token.usage", "{token}", "Tokens of prompts and of replies.", advice: new InstrumentAdvice<long>
        {
            HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864],
        });

    private readonly Model model;
    private readonly TimeProvider time;
    private readonly string spanName;
    private readonly KeyValuePair<string, object?>[] always;

    internal CallTelemetry(Model model, IChatClient client, TimeProvider time)
    {
        this.model = model;
        this.time = time;
        spanName = $"{Operation} {model.Id}";
        var server = client.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata;
        always =
        [
            new("gen_ai.operation.name", Operation),
            new("gen_ai.provider.name", ProviderOf(server)),
            new("gen_ai.request.model", model.Id),
            new("server.address", server?.ProviderUri?.Host),
            new("server.port", server?.ProviderUri?.Port),
        ];
    }

    /// <summary>Makes a call, and tells listeners how it went.</summary>
    internal async Task<Reply> WatchAsync(Func<Task<Reply>> call)
    {
        using var span = Source.StartActivity(spanName, ActivityKind.Client, default(ActivityContext), always);
        span?.SetTag("gen_ai.request.max_tokens", model.MaxOutputTokens).SetTag("gen_ai.request.temperature", model.Temperature);
        var start = time.GetTimestamp();
        var tags = new TagList(always);
        try
        {
            var reply = await call();
            tags.Add("gen_ai.response.model", reply.ServedBy);
            Tell(reply, tags, span);
            return reply;
        }
        catch (Exception fault)
        {
            var kind = fault is ProviderException { Kind: var known } ? known.ToString() : fault.GetType().Name;
            tags.Add("error.type", kind);
            span?.SetTag("error.type", kind).SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            Duration.Record(time.GetElapsedTime(start).TotalSeconds, tags);
        }
    }

    private static void Tell(Reply reply, in TagList tags, Activity? span)
    {
        span?.SetTag("gen_ai.response.model", reply.ServedBy);
        if (reply.FinishReason is { } reason)
        {
            span?.SetTag("gen_ai.response.finish_reasons", new[] { reason });
        }

        if (reply.FirstToken is { } first)
        {
            FirstToken.Record(first.TotalSeconds, tags);
        }

        if (reply.Usage is { } usage)
        {
            span?.SetTag("gen_ai.usage.input_tokens", usage.Prompt).SetTag("gen_ai.usage.output_tokens", usage.Completion);
            Tokens.Record(usage.Prompt, [.. tags, new("gen_ai.token.type", "input")]);
            Tokens.Record(usage.Completion, [.. tags, new("gen_ai.token.type", "output")]);
            if (reply is { FirstToken: { } begun, Elapsed: { } whole } && usage.Completion > 1)
            {
                PerToken.Record((whole - begun).TotalSeconds / (usage.Completion - 1), tags);
            }
        }
    }

    // The conventions have names of their own for some; an endpoint given by its address is known by its host.
    private static string? ProviderOf(ChatClientMetadata? server) => server?.ProviderName switch
    {
        "gemini" => "gcp.gemini",
        "xai" => "x_ai",
        "mistral" => "mistral_ai",
        "moonshot" => "moonshot_ai",
        { } address when address.Contains("://", StringComparison.Ordinal) => server.ProviderUri?.Host,
        var name => name,
    };

    private static Histogram<double> Seconds(string name, string description, double[] boundaries) => Meter.CreateHistogram(
        name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = boundaries });
}
