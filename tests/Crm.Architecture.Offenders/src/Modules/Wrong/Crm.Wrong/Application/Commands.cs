using Crm.BuildingBlocks.Hosting.Pipeline;
using FluentValidation;

namespace Crm.Wrong.Application;

internal sealed record NeverValidated : ICommand<int>;

internal sealed class HandleNeverValidated : ICommandHandler<NeverValidated, int>
{
    public Task<int> Handle(NeverValidated command, CancellationToken ct) => Task.FromResult(0);
}

internal sealed record NeverHandled : ICommand<int>;

internal abstract class NamedValidator<T> : AbstractValidator<T>;

internal sealed class NeverHandledValidator : NamedValidator<NeverHandled>;

internal sealed record DoneTwice : ICommand<int>;

internal sealed class DoneTwiceValidator : NamedValidator<DoneTwice>;

internal sealed class DoneTwiceValidatorToo : NamedValidator<DoneTwice>;

internal sealed class DoItOnce : ICommandHandler<DoneTwice, int>
{
    public Task<int> Handle(DoneTwice command, CancellationToken ct) => Task.FromResult(1);
}

internal sealed class DoItAgain : ICommandHandler<DoneTwice, int>
{
    public Task<int> Handle(DoneTwice command, CancellationToken ct) => Task.FromResult(2);
}

internal sealed record WellDone : ICommand<int>
{
    internal sealed class Validator : AbstractValidator<WellDone>;

    internal sealed class Handler : ICommandHandler<WellDone, int>
    {
        public Task<int> Handle(WellDone command, CancellationToken ct) => Task.FromResult(3);
    }
}
