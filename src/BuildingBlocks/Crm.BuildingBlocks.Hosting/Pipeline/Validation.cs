using System.Text;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;

namespace Crm.BuildingBlocks.Hosting.Pipeline;

/// <summary>Runs the one validator of the command. A command without a validator stops the start, so it cannot be forgotten.</summary>
internal sealed class Validation<TCommand, TResult>(ICommandHandler<TCommand, TResult> inner, IValidator<TCommand> validator)
    : ICommandHandler<TCommand, TResult>
    where TCommand : ICommand<TResult>
{
    public async Task<TResult> Handle(TCommand command, CancellationToken ct)
    {
        await validator.Require(command, ct);
        return await inner.Handle(command, ct);
    }
}

public static class RequiredValidity
{
    /// <summary>Refuses what the validator finds wrong, for questions that are no commands.</summary>
    /// <exception cref="InvalidInput">With a pointer to each fault.</exception>
    public static async Task Require<T>(this IValidator<T> validator, T input, CancellationToken ct)
    {
        var outcome = await validator.ValidateAsync(input, ct);
        if (!outcome.IsValid) throw new InvalidInput([.. outcome.Errors.Select(ToInputError)]);
    }

    // The validator has already chosen the caller's language.
    private static InputError ToInputError(ValidationFailure failure) =>
        new(Pointer(failure.PropertyName), new Phrase(failure.ErrorMessage, failure.ErrorMessage));

    /// <summary><c>Lines[0].UnitPrice</c> as <c>/lines/0/unitPrice</c>.</summary>
    private static string Pointer(string path)
    {
        var pointer = new StringBuilder();
        foreach (var part in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
            pointer.Append('/').Append(JsonNamingPolicy.CamelCase.ConvertName(part));
        return pointer.ToString();
    }
}
