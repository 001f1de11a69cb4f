namespace Jinbang.Workspaces;

/// <summary>Folders that the program writes to, tried before anything is paid for.</summary>
public static class WritableFolder
{
    /// <summary>Makes the folder where it is missing, and makes sure that files can be put into it.</summary>
    /// <returns>The folder.</returns>
    /// <exception cref="BadInputException">They cannot.</exception>
    public static string Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var trial = Path.Combine(folder, Path.GetRandomFileName());
            using var file = new FileStream(trial, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.DeleteOnClose,
            });
            return folder;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new(
                $"Nothing can be written into the folder {folder}: {fault.Message.TrimEnd('.')}.",
                $"无法写入文件夹 {folder}：{fault.Message.TrimEnd('.')}。"), fault);
        }
    }
}
