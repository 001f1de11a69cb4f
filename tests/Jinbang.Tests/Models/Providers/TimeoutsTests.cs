using Jinbang.Models;
using Jinbang.Models.Providers;

namespace Jinbang.Tests.Models.Providers;

public sealed class TimeoutsTests
{
    private const string Good = """data: {"choices":[{"delta":{"content":"半"}}]}""" + "\n\n";
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);

    [Fact]
    public async Task No_answer_at_all_is_a_timeout()
    {
        await using var server = new ScriptedServer(StallAsync);
        var fault = await server.FailAsync(false, new CallLimits { Whole = Short });
        Assert.Equal((FaultKind.Timeout, "Local (served-id): no complete reply within 0.15 s. The call may have been billed."), (fault.Kind, fault.Message));
    }

    [Fact]
    public async Task A_connection_that_is_never_secured_is_a_timeout()
    {
        await using var server = new ScriptedServer(StallAsync);
        var address = server.Address.Replace("http:", "https:", StringComparison.Ordinal);
        var fault = await Assert.ThrowsAsync<ProviderException>(() => Asking.AskAsync(
            address, true, Asking.Model, Asking.Prompt, new CallLimits { Connect = Short }, TestContext.Current.CancellationToken));
        Assert.Equal((FaultKind.Timeout, "Local (served-id): no connection within 0.15 s."), (fault.Kind, fault.Message));
    }

    [Fact]
    public async Task A_role_and_keep_alives_are_not_a_first_token()
    {
        await using var server = new ScriptedServer(async (stream, token) =>
        {
            await ScriptedServer.SendAsync(stream, token, ScriptedServer.Head(200, "text/event-stream"));
            await ScriptedServer.SendAsync(stream, token, """data: {"choices":[{"delta":{"role":"assistant","content":""}}]}""" + "\n\n: wait\n\n");
            await StallAsync(stream, token);
        });
        var fault = await server.FailAsync(true, new CallLimits { FirstToken = Short });
        Assert.Equal((FaultKind.Timeout, "Local (served-id): no first token within 0.15 s. The call may have been billed."), (fault.Kind, fault.Message));
    }

    [Fact]
    public async Task A_stall_in_mid_reply_is_a_timeout()
    {
        await using var server = new ScriptedServer(async (stream, token) =>
        {
            await ScriptedServer.SendAsync(stream, token, ScriptedServer.Head(200, "text/event-stream"), Good);
            await StallAsync(stream, token);
        });
        var fault = await server.FailAsync(true, new CallLimits { BetweenTokens = Short });
        Assert.Equal((FaultKind.Timeout, "Local (served-id): no further token within 0.15 s. The call may have been billed."), (fault.Kind, fault.Message));
    }

    [Fact]
    public async Task A_reply_that_trickles_for_ever_ends_with_the_whole_calls_time()
    {
        await using var server = new ScriptedServer(async (stream, token) =>
        {
            await ScriptedServer.SendAsync(stream, token, ScriptedServer.Head(200, "text/event-stream"));
            while (true)
            {
                await ScriptedServer.SendAsync(stream, token, Good);
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, token);
            }
        });
        var fault = await server.FailAsync(true, new CallLimits { Whole = Short });
        Assert.Equal((FaultKind.Timeout, "Local (served-id): no complete reply within 0.15 s. The call may have been billed."), (fault.Kind, fault.Message));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_callers_cancellation_is_no_fault(bool streaming)
    {
        await using var server = new ScriptedServer(async (stream, token) =>
        {
            await ScriptedServer.SendAsync(stream, token, streaming ? ScriptedServer.Head(200, "text/event-stream") + Good : "");
            await StallAsync(stream, token);
        });
        using var caller = new CancellationTokenSource(Short, TimeProvider.System);
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Asking.AskAsync(server.Address, streaming, Asking.Model, Asking.Prompt, new CallLimits(), caller.Token));
        Assert.Equal(caller.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task A_call_cancelled_before_it_began_sends_nothing()
    {
        await using var server = new ScriptedServer(StallAsync);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Asking.AskAsync(server.Address, true, Asking.Model, Asking.Prompt, new CallLimits(), new CancellationToken(true)));
        Assert.Empty(server.Requests);
    }

    private static Task StallAsync(Stream stream, CancellationToken token) => Task.Delay(TimeSpan.FromMinutes(1), TimeProvider.System, token);
}
