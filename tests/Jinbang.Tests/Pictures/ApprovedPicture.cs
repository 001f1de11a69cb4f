using Jinbang.Tests.House;

namespace Jinbang.Tests.Pictures;

/// <summary>The pictures of the README: each is what the program draws today, and somebody looked at it.</summary>
internal static class ApprovedPicture
{
    public static string Folder { get; } = Path.Combine(Sources.Root, "docs", "images");

    public static void Match(string svg, string file)
    {
        var approved = Path.Combine(Folder, file);
        var received = Path.ChangeExtension(approved, ".received.svg");
        if (File.Exists(approved) && File.ReadAllText(approved) == svg)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, svg);
        Assert.Fail($"{file} is not what the program draws now. Look at {received}; to approve it: mv {received} {approved}");
    }
}
