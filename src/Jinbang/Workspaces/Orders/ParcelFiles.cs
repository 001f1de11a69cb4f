using System.IO.Compression;

namespace Jinbang.Workspaces.Orders;

/// <summary>Puts files into a parcel.</summary>
/// <param name="zip">The parcel.</param>
/// <param name="most">The most bytes that all may have.</param>
internal sealed class ParcelFiles(ZipArchive zip, long most)
{
    private long put;

    /// <summary>Puts a file into a folder of the parcel, under its own name.</summary>
    /// <returns>Its path there.</returns>
    public string File(string path, string folder)
    {
        put += new FileInfo(path).Length;
        if (put > most)
        {
            throw OrderParcel.TooLarge;
        }

        var name = $"{folder}/{Path.GetFileName(path)}";
        zip.CreateEntryFromFile(path, name);
        return name;
    }

    /// <summary>Puts the files of a folder into one of the parcel.</summary>
    /// <returns>Its path there.</returns>
    public string Folder(string path, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal))
        {
            File(file, folder);
        }

        return folder;
    }
}
