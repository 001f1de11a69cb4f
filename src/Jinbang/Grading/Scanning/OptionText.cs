namespace Jinbang.Grading.Scanning;

/// <summary>An option made ready for finding.</summary>
/// <param name="Bit">Its letter: bit 0 for A up to bit 9 for J.</param>
/// <param name="Words">Its text, folded and without marks at its ends.</param>
internal readonly record struct OptionText(int Bit, string Words);
