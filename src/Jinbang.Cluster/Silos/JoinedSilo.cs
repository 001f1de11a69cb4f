using System.Net;
using System.Net.Sockets;
using Jinbang.Cluster.Membership;
using Jinbang.Cluster.Pacing;
using Jinbang.Cluster.Runs;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;
using Orleans.Configuration;
using Orleans.Serialization;

namespace Jinbang.Cluster.Silos;

/// <summary>A process at work in a cluster.</summary>
internal sealed class JoinedSilo : IAsyncDisposable
{
    // One database is one cluster.
    private const string Cluster = "jinbang";

    // Calls under way are finished; models that think take minutes. A second signal does not wait.
    private static readonly TimeSpan Farewell = TimeSpan.FromMinutes(15);

    // Orleans tells of much that it then mends itself; of a death there are words of our own. Logging__LogLevel__Orleans=Information in the environment tells more.
    private static readonly Dictionary<string, string?> Quiet = new()
    {
        ["Logging:LogLevel:Default"] = nameof(LogLevel.Warning),
        ["Logging:LogLevel:Orleans"] = nameof(LogLevel.Critical),
        ["Logging:LogLevel:Polly"] = nameof(LogLevel.Critical),
    };

    private readonly WebApplication app;

    private JoinedSilo(WebApplication app, string name, IPEndPoint address) => (this.app, Name, Address) = (app, name, address);

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>Where the others reach it.</summary>
    public IPEndPoint Address { get; }

    /// <summary>Where it says how it is.</summary>
    public Uri Health => new(app.Urls.First());

    /// <summary>What works in it.</summary>
    internal IServiceProvider Services => app.Services;

    /// <summary>Joins the cluster.</summary>
    /// <param name="settings">How it takes part; the database is prepared.</param>
    /// <param name="speaker">Says who comes and goes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BadInputException">A port cannot be used.</exception>
    public static async Task<JoinedSilo> StartAsync(SiloSettings settings, Speaker speaker, CancellationToken cancellationToken)
    {
        var address = new IPEndPoint(settings.Address, settings.SiloPort > 0 ? settings.SiloPort : FreePort(settings.Address));
        var silo = new JoinedSilo(Build(settings, speaker, address, out var name), name, address);
        try
        {
            await silo.app.StartAsync(cancellationToken);
            return silo;
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            await silo.DisposeAsync();
            throw new BadInputException(new(
                $"A port at {settings.Address} cannot be used ({fault.Message}); choose others with --silo-port, --gateway-port and --health-port, or leave them out.",
                $"无法使用 {settings.Address} 上的端口（{fault.Message}）；请用 --silo-port、--gateway-port、--health-port 换一个，或省略它们。"), fault);
        }
    }

    /// <summary>Waits until a signal has come and the silo has left.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Leaves, as after a signal.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => app.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static WebApplication Build(SiloSettings settings, Speaker speaker, IPEndPoint address, out string name)
    {
        var called = name = settings.Name ?? $"{Environment.MachineName}-{address.Port}";
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Quiet });
        builder.Logging.ClearProviders().AddSimpleConsole();
        builder.WebHost.ConfigureKestrel(server => server.Listen(settings.Address, settings.HealthPort));
        builder.Services.AddSingleton<IHostLifetime, Signals>().AddSingleton(speaker).AddSingleton<IFatalErrorHandler, SiloDeath>();
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.UseOrleans(silo => Join(silo, settings, address, called));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Farewell);
        builder.Services.AddSingleton(settings).AddSingleton(TimeProvider.System).AddSingleton<Incumbency>().AddSingleton<Readiness>().AddSingleton(AccountsOf);
        builder.Services.AddHostedService<RollCall>().AddHostedService<RunDuty>().AddHostedService<WishWatch>();
        var app = builder.Build();
        app.MapHealth();
        return app;
    }

    private static void Join(ISiloBuilder silo, SiloSettings settings, IPEndPoint address, string name)
    {
        silo.Configure<ClusterOptions>(options => options.ClusterId = options.ServiceId = Cluster);
        silo.Configure<SiloOptions>(options => options.SiloName = name);
        silo.UseAdoNetClustering(options => (options.Invariant, options.DataSource) = ("Npgsql", settings.Database.Source));
        silo.Services.AddSingleton<IMembershipTable, SettledMembership>();
        silo.Configure<EndpointOptions>(options =>
        {
            options.AdvertisedIPAddress = address.Address;
            options.SiloPort = address.Port;
            options.GatewayPort = settings.GatewayPort > 0 ? settings.GatewayPort : FreePort(address.Address);
        });
        SiloTuning.Apply(silo);
        silo.Services.AddSerializer(serializer => serializer.AddJsonSerializer(type => type.Namespace == typeof(Told).Namespace));
        silo.AddActivityPropagation();
        if (settings.Credentials is { } credentials)
        {
            silo.UseTls(credentials.Apply);
        }
    }

    private static SharedAccounts AccountsOf(IServiceProvider services)
    {
        var grains = services.GetRequiredService<IGrainFactory>();
        return new SharedAccounts(
            services.GetRequiredService<ILocalSiloDetails>().SiloAddress.ToParsableString(),
            (account, told, cancellationToken) => grains.GetGrain<IAccountGrain>(account).ExchangeAsync(told, cancellationToken),
            TimeProvider.System)
        {
            Room = services.GetRequiredService<SiloSettings>().Concurrency is { } most ? new CallRoom(most) : null,
        };
    }

    // Orleans wants to know the port before it listens.
    private static int FreePort(IPAddress address)
    {
        using var probe = new TcpListener(address, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
