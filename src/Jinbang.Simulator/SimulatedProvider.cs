using System.Net;
using Jinbang.Simulator.Batches;
using Jinbang.Simulator.Counting;
using Jinbang.Simulator.Delivery;
using Jinbang.Simulator.Dialects;
using Jinbang.Simulator.Faults;
using Jinbang.Simulator.Houses;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Jinbang.Simulator;

/// <summary>A running stand-in for a provider, on 127.0.0.1 and nowhere else.</summary>
public sealed class SimulatedProvider : IAsyncDisposable
{
    private const long MostBytes = 8 * 1024 * 1024;
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(300);

    private readonly WebApplication app;
    private readonly CallBook book;

    private SimulatedProvider(WebApplication app, CallBook book)
    {
        this.app = app;
        this.book = book;
    }

    /// <summary>What OpenAI clients take as their endpoint, such as http://127.0.0.1:54321/v1.</summary>
    public Uri Endpoint => new(Address, "/v1");

    /// <summary>What has been asked so far.</summary>
    public Stats Stats => book.Stats;

    private Uri Address => new(app.Urls.Single());

    /// <summary>What clients of a house take as their endpoint, such as http://127.0.0.1:54321/dashscope/compatible-mode/v1.</summary>
    /// <param name="house">A name of <see cref="SimulatedHouse.All"/>.</param>
    /// <exception cref="ArgumentException">The simulator plays no such house.</exception>
    public Uri EndpointOf(string house) => SimulatedHouse.All.FirstOrDefault(played => played.Name == house) is { } found
        ? new(Address, found.Path)
        : throw new ArgumentException($"The simulator plays no house '{house}'.", nameof(house));

    /// <summary>Starts a provider; dispose of it to end it.</summary>
    /// <exception cref="BadInputException">The port is taken.</exception>
    public static async Task<SimulatedProvider> StartAsync(SimulatorOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var app = Build(options.Port);
        var book = new CallBook(time);
        var faults = new FaultPlan(options);
        Dialect[] dialects = [.. HouseList.Mounted.Prepend(HouseList.Plain).Select(Dialect.Of)];
        foreach (var dialect in dialects)
        {
            BatchDoor.Open(app, options, dialect, book, new LineDesk(options, dialect, book, faults, time), time);
            app.MapPost(dialect.ChatPath, new ChatEndpoint(options, dialect, book, faults, time).AnswerAsync);
        }

        foreach (var dialect in dialects.DistinctBy(dialect => dialect.ModelsPath))
        {
            MapModels(app, options, dialect, time);
        }

        MapStats(app, book, faults);
        try
        {
            await app.StartAsync(cancellationToken);
            return new SimulatedProvider(app, book);
        }
        catch (IOException problem)
        {
            await app.DisposeAsync();
            throw new BadInputException(
                new(
                    $"Port {options.Port} of 127.0.0.1 cannot be used ({problem.Message}); choose another, or 0 for a free one.",
                    $"无法使用 127.0.0.1 的端口 {options.Port}（{problem.Message}）；请换一个，或用 0 自动选择。"),
                problem);
        }
    }

    /// <summary>Ends it; calls in flight are cut off after a moment.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();

        // No setting from files or the environment may open another address.
        ((IConfigurationBuilder)builder.Configuration).Sources.Clear();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Farewell);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = MostBytes;
            server.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        return builder.Build();
    }

    private static void MapModels(WebApplication app, SimulatorOptions options, Dialect dialect, TimeProvider time)
    {
        var admission = new Admission(options.Key, dialect.House, time);
        app.MapGet(dialect.ModelsPath, context =>
        {
            context.Response.Headers["x-simulated"] = "true";
            if (admission.Trouble(context.Request) is { } trouble)
            {
                context.Response.Reject(dialect.House, new Problem(trouble, "Incorrect API key provided."));
            }
            else
            {
                context.Response.SendJson(JsonBytes.Of(options.Models, dialect.WriteModels));
            }

            return Task.CompletedTask;
        });
    }

    private static void MapStats(WebApplication app, CallBook book, FaultPlan faults)
    {
        app.MapGet("/stats", context =>
        {
            context.Response.SendJson(JsonBytes.Of(book.Stats, StatsJson.Write));
            return Task.CompletedTask;
        });
        app.MapPost("/stats/reset", context =>
        {
            book.Reset();
            faults.Reset();
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }
}
