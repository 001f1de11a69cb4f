using System.Text.Json;
using System.Text.RegularExpressions;

namespace Jinbang.Tests.Web;

/// <summary>A served workspace with replies of two models, some of them hostile.</summary>
internal sealed partial class CaseRoom : IAsyncDisposable
{
    public const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\u001b[31m \u202edesrever 所以答案是 C";

    public WebRoom Web { get; } = new();

    public HttpClient Client => Web.Client;

    public static async Task<CaseRoom> ServeAsync(Func<Jinbang.Web.SiteOptions, Jinbang.Web.SiteOptions>? adjust = null)
    {
        var room = new CaseRoom();
        room.Web.Room.Write("jinbang.yaml", "exams: [physics.yaml, secret.csv]\n");
        room.Web.Room.Write("physics.yaml", Exam);
        room.Web.Room.Write("secret.csv", "id,Question,A,B,Answer\ns1,One?,a,b,A\n");
        await room.Web.Room.ImportAsync("physics.yaml", Log);
        await room.Web.Room.ImportAsync("secret.csv", "model,question_id,reply\nswift,s1,Answer: B as in bluebell\n");
        await room.Web.ServeAsync(adjust);
        await room.CatchUpAsync();
        return room;
    }

    /// <summary>Waits until so many replies can be found.</summary>
    public async Task CatchUpAsync(int replies = 7)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var progress = (await JsonAsync("/api/cases?verdict=all")).GetProperty("index");
            if (progress.ValueKind == JsonValueKind.Object && progress.GetProperty("done").GetInt64() >= replies)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The index does not come up with the ledger.");
    }

    /// <summary>The cases of a search.</summary>
    public async Task<IReadOnlyList<JsonElement>> FindAsync(string query) => [.. (await JsonAsync("/api/cases" + query)).GetProperty("cases").EnumerateArray()];

    /// <summary>Whose replies to which questions a search finds, such as swift p1.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string query) =>
        [.. (await FindAsync(query)).Select(found => $"{found.GetProperty("model").GetString()} {found.GetProperty("question").GetString()}")];

    /// <summary>The key of the only case of a search.</summary>
    public async Task<string> KeyAsync(string query) => Assert.Single(await FindAsync(query)).GetProperty("key").GetString()!;

    public async Task<JsonElement> JsonAsync(string address) =>
        JsonDocument.Parse(await Client.GetStringAsync(address, TestContext.Current.CancellationToken)).RootElement.Clone();

    /// <summary>The words of a page, as readers see them.</summary>
    public async Task<string> TextAsync(string address) => System.Net.WebUtility.HtmlDecode(await PageAsync(address));

    public Task<string> PageAsync(string address) => Client.GetStringAsync(address, TestContext.Current.CancellationToken);

    /// <summary>Sends the form of a case's page.</summary>
    public async Task<HttpResponseMessage> SendAsync(string key, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await PageAsync($"/cases/{key}?lang=en")).Groups[1].Value;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await Client.PostAsync($"/cases/{key}/mark", form, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Web.DisposeAsync();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private const string Exam = """
        exam: physics
        title: "物理 Physics"
        language: zh
        passages:
          lift: "电梯是一种垂直运输设备。"
        questions:
          - id: p1
            kind: single
            stratum: "力学"
            passage: lift
            stem: "一个人站在向上运动且正在减速的电梯里的体重计上，体重计的示数如何变化？"
            options: { A: "变大", B: "不变", C: "变小" }
            key: C
            explanation: "减速上升，加速度向下。"
          - id: p2
            kind: single
            stratum: "光学"
            stem: "光从空气射入玻璃时，下列哪个量保持不变？"
            options: { A: "频率", B: "波长", C: "速度" }
            key: A
          - id: p3
            kind: single
            stratum: "光学"
            stem: "Which colour of light is bent most by a prism?"
            options: { A: "Red", B: "Green", C: "Violet" }
            key: C

        """;

    private static string Log => $"""
        model,question_id,reply,outcome,prompt_tokens,completion_tokens,seconds
        swift,p1,"因为电梯正在减速，人处于失重状态，所以示数变大。答案：A",replied,120,40,1.5
        swift,p2,"频率由光源决定，进入玻璃后频率不变。答案：A",replied,100,30,1.25
        swift,p3,"Photosynthesis has nothing to do with it. The answer is B.",replied,90,20,1
        slow,p1,"{Hostile}",replied,120,50,2
        slow,p2,"波长在玻璃中不变，这是常见的误解。答案：B",replied,100,30,2
        slow,p3,"hm, hm",replied,90,20,2

        """;
}
