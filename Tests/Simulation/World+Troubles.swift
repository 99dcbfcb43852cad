import MailSending

/// What befalls a process, and when.
extension World {
    func strike(_ troubles: [Course.Trouble], at step: Int, _ sender: CampaignSender) {
        guard death == nil else { return }
        for case .atStep(step, let blow) in troubles { strike(blow, sender) }
    }

    private func strike(_ blow: Course.Blow, _ sender: CampaignSender) {
        switch blow {
        case .kill: end(powerCut: false, sender)
        case .powerCut: end(powerCut: true, sender)
        case .stop:
            trace.note("stop at \(executor.steps)")
            executor.interject { await sender.stop() }
        case .clockSet(let seconds):
            trace.note("clock set by \(seconds)")
            setClock(by: seconds)
        case .backUp: backUp(duringRun: true)
        }
    }

    private func end(powerCut: Bool, _ sender: CampaignSender) {
        die(powerCut: powerCut)
        // What a dead process would still do does not matter; it has to come to its end.
        executor.interject { await sender.stop() }
    }

    /// What befalls a process at the journal's file.
    func armDisk(_ troubles: [Course.Trouble]) {
        var blows: [Int: SimulatedDisk.Blow] = [:]
        for case .atWrite(let number, let blow) in troubles {
            blows[number] =
                switch blow {
                case .kill: .death { [self] in die(powerCut: false) }
                case .powerCut: .death { [self] in die(powerCut: true) }
                case .error(let lasts): .error(lasts: lasts)
                }
        }
        machine.disk.begin(blows)
        machine.disk.isLying = fault == .claimNotFlushed
    }

    func backUp(duringRun: Bool) {
        trace.note("backed up")
        backups.append(
            Backup(
                serial: (backups.last?.serial ?? 0) + 1,
                image: machine.copy(),
                words: Words(truth),
                duringRun: duringRun ? powerCuts : nil
            )
        )
    }
}
