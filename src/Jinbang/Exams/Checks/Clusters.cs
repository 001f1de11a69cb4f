namespace Jinbang.Exams.Checks;

/// <summary>Names the cluster of questions that share a passage after the first of them.</summary>
internal sealed class Clusters
{
    private readonly Dictionary<string, string> firstId = [];

    public string? Of(string? passage, string id)
    {
        if (passage is null)
        {
            return null;
        }

        firstId.TryAdd(passage, id);
        return firstId[passage];
    }
}
