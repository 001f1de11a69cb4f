using Jinbang.Models;

namespace Jinbang.Tests.Models;

public sealed class HostingTests
{
    [Theory]
    [InlineData("Qwen3-32B", "siliconflow", "Qwen3-32B@siliconflow")]
    [InlineData("Qwen3-32B@siliconflow", "siliconflow", "Qwen3-32B@siliconflow")]
    [InlineData("m", "https://key:secret@10.0.0.2:8000/v1?key=secret", "m@10.0.0.2:8000")]
    [InlineData("m", "https://api.example.com/v1", "m@api.example.com")]
    [InlineData("m", "", "m")]
    public void A_name_gets_its_host_once_and_no_secret(string model, string provider, string name) =>
        Assert.Equal(name, Hosting.NameAt(model, provider));

    [Theory]
    [InlineData("a@b", "a", "b")]
    [InlineData("a@b@c", "a@b", "c")]
    public void A_name_is_split_at_its_last_sign(string name, string model, string host) => Assert.Equal((model, host), Hosting.Split(name));

    [Theory]
    [InlineData("a")]
    [InlineData("@cf/meta/llama")]
    [InlineData("a@")]
    public void A_name_without_both_parts_is_not_split(string name) => Assert.Null(Hosting.Split(name));
}
