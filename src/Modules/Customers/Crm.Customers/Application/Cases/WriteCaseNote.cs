using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Cases;

/// <summary>Writes a note among colleagues, or down what the customer was answered. Its words stay as they are.</summary>
internal sealed record WriteCaseNote : ICommand<CaseNoteSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Left out where a template is named.</summary>
    public string? Text { get; init; }

    /// <summary>The first answer keeps the promise of a response.</summary>
    public bool IsToCustomer { get; init; }

    /// <summary>Code of a template whose words are taken; they are an answer to the customer.</summary>
    public string? Template { get; init; }

    /// <summary>Of the template.</summary>
    public Language Language { get; init; }
}

internal sealed record CaseNoteSaved(Guid NoteId, Guid CaseId, int Version);

internal sealed class WriteCaseNoteValidator : AbstractValidator<WriteCaseNote>
{
    private static readonly Phrase OneOfBoth = new("Write a text or name a template, one of the two.", "请填写文本或指定模板，二者择一。");

    public WriteCaseNoteValidator()
    {
        RuleFor(c => c.Text).MaximumLength(CustomerLimits.Note).Must((c, text) => string.IsNullOrWhiteSpace(text) != string.IsNullOrWhiteSpace(c.Template)).WithPhrase(OneOfBoth);
        RuleFor(c => c.Language).IsInEnum();
    }
}

internal sealed class WriteCaseNoteHandler(CustomersDbContext db, CaseAnswers answers, CallerContext caller, TimeProvider time)
    : ICommandHandler<WriteCaseNote, CaseNoteSaved>
{
    public async Task<CaseNoteSaved> Handle(WriteCaseNote command, CancellationToken ct)
    {
        var noted = await db.ForChange<ServiceCase, ServiceCaseId>(new ServiceCaseId(command.Id), ct);
        var isTemplate = !string.IsNullOrWhiteSpace(command.Template);
        var text = isTemplate ? await answers.Filled(noted, command.Template!, command.Language, ct) : command.Text!;
        var note = noted.Note(text, command.IsToCustomer || isTemplate, isTemplate ? command.Template : null, caller.Caller.Id, time.GetUtcNow());
        return new CaseNoteSaved(note.Id, noted.Key, noted.Version);
    }
}

/// <summary>Answers made from templates.</summary>
internal sealed class CaseAnswers(CustomersDbContext db, ISettings settings, CallerContext caller)
{
    /// <exception cref="RuleBroken">There is no such template in use.</exception>
    public async Task<string> Filled(ServiceCase about, string code, Language language, CancellationToken ct)
    {
        var template = await db.Set<CaseTemplate>().AsNoTracking().SingleOrDefaultAsync(t => t.Code == code && t.IsActive, ct) ?? throw CaseRules.TemplateUnknown.Broken(code);
        var customer = await db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter])
            .Where(c => c.Id == about.CustomerId).Select(c => c.Name).SingleOrDefaultAsync(ct);
        return NamedPlaces.Fill(template.Text.In(language), new Dictionary<string, string>
        {
            ["customer"] = customer ?? "",
            ["number"] = about.Number,
            ["subject"] = about.Subject,
            ["solution"] = about.Solution ?? "",
            ["agent"] = caller.Caller.Name,
            ["company"] = await settings.Text(CompanySettings.Name, ct),
        });
    }
}
