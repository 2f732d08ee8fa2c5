using Crm.BuildingBlocks.Hosting.Imports.Undoing;
using Crm.BuildingBlocks.Hosting.Operations;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>An import and how far it has come. The counts of a dry run are those a real run would have.</summary>
/// <param name="Id">Of the import.</param>
/// <param name="Target">Such as <c>sales-orders.orders</c>.</param>
/// <param name="Profile">Name of the profile; null for one that came with the file.</param>
/// <param name="FileName">As it was called when uploaded.</param>
/// <param name="State">That of its latest operation.</param>
/// <param name="Created">Records created, or that would be.</param>
/// <param name="Updated">Records updated, or that would be.</param>
/// <param name="Unchanged">Records that stay as they are: those like their rows already, and those that rows were skipped for.</param>
/// <param name="Skipped">Rows that were skipped, because they mean a record that is there already.</param>
/// <param name="Failed">Rows that are not taken; see <c>errors</c>.</param>
/// <param name="CreatedAt">When it was uploaded.</param>
/// <param name="CallerId">Whoever uploaded it.</param>
/// <param name="CallerName">Name at that time.</param>
/// <param name="Operation">Address of the latest operation.</param>
/// <param name="Errors">Address of the error file.</param>
/// <param name="Undo">The latest attempt to undo it, or to see what would come of that; null where nobody tried.</param>
public sealed record ImportView(
    Guid Id,
    string Target,
    string? Profile,
    string FileName,
    ImportState State,
    long Created,
    long Updated,
    long Unchanged,
    long Skipped,
    long Failed,
    DateTimeOffset CreatedAt,
    Guid CallerId,
    string CallerName,
    string? Operation,
    string Errors,
    ImportUndoView? Undo)
{
    internal static ImportView Of(string module, Import import, OperationState? state, long skipped, UndoneImport? undo) => new(
        import.Id, import.Target, import.ProfileName, import.FileName, undo?.State ?? StateOf(import, state),
        import.Created, import.Updated, import.Unchanged, skipped, import.Failed, import.CreatedAt, import.CallerId, import.CallerName,
        import.OperationId is { } operation ? new OperationId(module, operation).Link : null,
        $"/api/v1/{module}/imports/{import.Id}/errors", undo is null ? null : ImportUndoView.Of(module, undo.Undo));

    private static ImportState StateOf(Import import, OperationState? state) => state switch
    {
        OperationState.Waiting or OperationState.Running => import.IsDryRun ? ImportState.Checking : ImportState.Running,
        OperationState.Succeeded => import.IsDryRun ? ImportState.Checked : ImportState.Done,
        OperationState.Failed => ImportState.Failed,
        OperationState.Cancelled => ImportState.Cancelled,
        _ => ImportState.Uploaded,
    };
}

/// <param name="IsDryRun">Nothing was changed; the numbers are what would come of it.</param>
/// <param name="Reverted">Records that are again what they were before.</param>
/// <param name="Removed">Records that the import had made and that are hidden again.</param>
/// <param name="Partly">Records of which others had changed some fields meanwhile: those stay, the rest is as before.</param>
/// <param name="Left">Records that stay as they are.</param>
/// <param name="StartedAt">When it was asked for.</param>
/// <param name="CallerName">By whom.</param>
/// <param name="Operation">Address of its operation, with the reasons for what stays among the problems.</param>
public sealed record ImportUndoView(bool IsDryRun, long Reverted, long Removed, long Partly, long Left, DateTimeOffset StartedAt, string CallerName, string Operation)
{
    internal static ImportUndoView Of(string module, ImportUndo undo) => new(
        undo.IsDryRun, undo.Reverted, undo.Removed, undo.Partly, undo.Left, undo.StartedAt, undo.CallerName, new OperationId(module, undo.OperationId).Link);
}

/// <param name="Name">By which an upload names it.</param>
/// <param name="Target">What it fills.</param>
/// <param name="IsBuiltIn">It came with the program; storing one of the same name takes its place.</param>
/// <param name="Profile">The mapping.</param>
/// <param name="Version">For If-Match; 0 of a built-in one.</param>
public sealed record ImportProfileView(string Name, string Target, bool IsBuiltIn, ImportProfile Profile, int Version);

/// <param name="Target">Name for a profile.</param>
/// <param name="Fields">What a profile can fill.</param>
/// <param name="Traits">By what a profile can have duplicates recognised.</param>
/// <param name="IsRevertible">Whether its imports can be undone.</param>
public sealed record ImportTargetView(string Target, IReadOnlyList<ImportFieldView> Fields, IReadOnlyList<string> Traits, bool IsRevertible);

/// <param name="Name">Name for a profile.</param>
/// <param name="Type">text, number, whole, flag, date, instant, id, choice or list.</param>
/// <param name="IsRequired">A row without it fails.</param>
/// <param name="Text">What it means, in the reader's language.</param>
/// <param name="MostCharacters">Of a text.</param>
/// <param name="Choices">Of a choice.</param>
/// <param name="Fields">Of a list, filled by the second file.</param>
public sealed record ImportFieldView(
    string Name, string Type, bool IsRequired, string? Text, int? MostCharacters, IReadOnlyList<string>? Choices, IReadOnlyList<ImportFieldView>? Fields)
{
    internal static ImportFieldView Of(FieldShape field, Language language) => new(
        field.Name, KindOf(field), field.IsRequired, field.Text?.In(language), field.Type == typeof(string) ? field.MaxLength : null,
        field.Type.IsEnum ? [.. Enum.GetNames(field.Type).Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName)] : field.Choices,
        field.Element is null ? null : [.. field.Element.Fields.Select(f => Of(f, language))]);

    private static string KindOf(FieldShape field) => field.Element is not null ? "list" : field.Type.IsEnum || field.Choices is not null ? "choice"
        : field.Type == typeof(decimal) ? "number" : field.Type == typeof(int) || field.Type == typeof(long) ? "whole"
        : field.Type == typeof(bool) ? "flag" : field.Type == typeof(DateOnly) ? "date"
        : field.Type == typeof(DateTimeOffset) ? "instant" : field.Type == typeof(Guid) ? "id" : "text";
}
