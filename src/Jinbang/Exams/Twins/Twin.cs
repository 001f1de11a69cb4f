namespace Jinbang.Exams.Twins;

/// <summary>A question elsewhere that asks the same.</summary>
/// <param name="Exam">The exam that it stands in.</param>
/// <param name="Question">Its id there.</param>
/// <param name="Likeness">The share of the two texts that they have in common, 0 to 1; 1 when they are equal but for spaces, case,
/// full-width forms and the order of options.</param>
/// <param name="KeyDiffers">Whether what counts as right is something else there.</param>
public sealed record Twin(string Exam, string Question, double Likeness, bool KeyDiffers);
