using Jinbang.Simulator;
using Jinbang.Simulator.Answers;
using Jinbang.Simulator.Faults;
using Jinbang.Tests.Models.Providers;
using Jinbang.Tests.Runs;

namespace Jinbang.Tests.Faults;

/// <summary>A server on loopback that does as a row of the table says.</summary>
/// <param name="Address">Where the dialect's paths begin.</param>
/// <param name="Calls">How often it was asked.</param>
/// <param name="Life">What ends with it.</param>
internal sealed record FaultyServer(string Address, Func<long> Calls, IAsyncDisposable? Life) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Life?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The simulator with a fault that strikes every call.</summary>
    public static Task<FaultyServer> SimulateAsync(string fault) => SimulateAsync(fault, int.MaxValue);

    /// <summary>The simulator with a fault that strikes the first calls.</summary>
    public static async Task<FaultyServer> SimulateAsync(string fault, int times)
    {
        var options = new SimulatorOptions
        {
            Sheet = new AnswerSheet([Samples.Exam(1)]),
            Models = [new("m", 1)],
            Script = [new ScriptLine(Fault.Parse(fault)) { Times = times }],
        };
        var provider = await SimulatedProvider.StartAsync(options, TimeProvider.System, TestContext.Current.CancellationToken);
        return new(provider.Endpoint.ToString(), () => provider.Stats.Requests, provider);
    }

    /// <summary>A server that sends the same bytes each time.</summary>
    public static Task<FaultyServer> SendAsync(string head, string body) => Task.FromResult(Scripted(new ScriptedServer(head, body)));

    /// <summary>A server that refuses the first call and answers the second.</summary>
    public static Task<FaultyServer> RefuseOnceAsync(string headers)
    {
        var calls = 0;
        return Task.FromResult(Scripted(new ScriptedServer((stream, token) => ScriptedServer.SendAsync(stream, token, calls++ == 0
            ? ScriptedServer.Head(429, "application/json", headers) + "{}"
            : ScriptedServer.Head(200, "application/json") + Good))));
    }

    /// <summary>A server that does as a function says.</summary>
    public static Task<FaultyServer> DoAsync(Func<Stream, CancellationToken, Task> answer) => Task.FromResult(Scripted(new ScriptedServer(answer)));

    public const string Good =
        """{"choices":[{"message":{"content":"Answer: A"},"finish_reason":"stop"}],"usage":{"prompt_tokens":40,"completion_tokens":3}}""";

    private static FaultyServer Scripted(ScriptedServer server) => new(server.Address, () => server.Requests.Count, server);
}
