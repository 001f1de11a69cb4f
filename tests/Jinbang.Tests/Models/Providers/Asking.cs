using Jinbang.Models;
using Jinbang.Models.Providers;

namespace Jinbang.Tests.Models.Providers;

/// <summary>Asks a scripted server one question, as a run would.</summary>
internal static class Asking
{
    public const string Key = "sk-Very-Secret-0123456789";

    public static readonly Model Model = new("shown", "local", "served-id");

    public static readonly Prompt Prompt = new("题干？A. 一 B. 二", "题干？", [new("A", "一"), new("B", "二")], false);

    public static Task<Reply> AskAsync(this ScriptedServer server, bool streaming, CallLimits? limits = null, ExchangeRate? costsIn = null) =>
        AskAsync(server.Address, streaming, Model, Prompt, limits ?? new CallLimits(), costsIn, TestContext.Current.CancellationToken);

    public static Task<Reply> AskAsync(
        string address, bool streaming, Model model, Prompt prompt, CallLimits limits, CancellationToken cancellationToken) =>
        AskAsync(address, streaming, model, prompt, limits, null, cancellationToken);

    private static async Task<Reply> AskAsync(
        string address, bool streaming, Model model, Prompt prompt, CallLimits limits, ExchangeRate? costsIn, CancellationToken cancellationToken)
    {
        var provider = Provider.At(address) with { Title = "Local", KeyVariable = "LOCAL_KEY" };
        using var connection = new ProviderConnection(provider, Key, limits, TimeProvider.System);
        using var examinee = new ChatExaminee(model, new ProviderChatClient(connection, model), TimeProvider.System)
        {
            Streaming = streaming,
            CostsIn = costsIn,
        };
        return await examinee.AskAsync(prompt, cancellationToken);
    }

    public static async Task<ProviderException> FailAsync(this ScriptedServer server, bool streaming = false, CallLimits? limits = null) =>
        await Assert.ThrowsAsync<ProviderException>(() => server.AskAsync(streaming, limits));
}
