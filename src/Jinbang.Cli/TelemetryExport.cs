using Jinbang.Models;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Jinbang.Cli;

/// <summary>Sends traces and metrics of calls to where OpenTelemetry's standard variables say.</summary>
internal sealed class TelemetryExport : IDisposable
{
    private static readonly string[] Variables =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    private readonly TracerProvider traces;
    private readonly MeterProvider metrics;

    private TelemetryExport(string[] sources)
    {
        // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES go before the program's own name.
        var resource = ResourceBuilder.CreateEmpty().AddService("jinbang").AddTelemetrySdk().AddEnvironmentVariableDetector();
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(sources).AddOtlpExporter().Build();
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(sources).AddOtlpExporter().Build();
    }

    /// <summary>Starts sending.</summary>
    /// <param name="environment">The process's variables.</param>
    /// <param name="more">Names of sources and meters besides those of calls.</param>
    /// <returns>What ends it; null when no variable asks for it.</returns>
    /// <exception cref="BadInputException">The address is none.</exception>
    public static IDisposable? Start(IReadOnlyDictionary<string, string> environment, params string[] more)
    {
        var told = Variables.Where(name => !string.IsNullOrWhiteSpace(environment.GetValueOrDefault(name))).ToList();
        if (told.Find(name => !Uri.TryCreate(environment[name], UriKind.Absolute, out _)) is { } wrong)
        {
            throw new BadInputException(new(
                $"{wrong} is no address: write one such as http://127.0.0.1:4318.",
                $"{wrong} 不是地址：请写成 http://127.0.0.1:4318 这样的地址。"));
        }

        return told.Count == 0 || environment.GetValueOrDefault("OTEL_SDK_DISABLED") == "true" ? null : Open([CallTelemetry.Name, .. more]);
    }

    /// <summary>Sends what waits, for a few seconds at most.</summary>
    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
    }

    // Apart, so that the libraries are loaded only when they are used.
    private static TelemetryExport Open(string[] sources) => new(sources);
}
